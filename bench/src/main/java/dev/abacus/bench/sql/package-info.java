/** A SQL release over two hundred schemas: the runner beside Flyway and beside JDBC by hand. */
package dev.abacus.bench.sql;
