/** The record in MariaDB, what of it is in memory, and the artifacts on disk. */
package dev.abacus.function.dispatcher.registry.persistence;
