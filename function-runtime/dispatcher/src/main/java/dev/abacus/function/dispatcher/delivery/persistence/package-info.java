/** Deliveries as a table of MariaDB. */
package dev.abacus.function.dispatcher.delivery.persistence;
