/**
 * The alternative to the global transaction: the same order placed in one local transaction by one process that has the
 * code of both services in it. It has schemas of its own on the same database server.
 */
package dev.abacus.bench.plain;
