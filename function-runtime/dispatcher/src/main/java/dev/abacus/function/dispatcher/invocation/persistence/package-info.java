/** The durable queue as tables of MariaDB. */
package dev.abacus.function.dispatcher.invocation.persistence;
