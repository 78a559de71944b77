/**
 * The processes that functions run in: a reserve of warm ones that know no function yet, and a fleet of instances for each
 * version, grown and shrunk by how many calls are under way.
 */
package dev.abacus.function.dispatcher.pool;
