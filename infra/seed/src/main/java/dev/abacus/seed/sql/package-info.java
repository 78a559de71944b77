/** SQL releases from an operator's side: the demo that runs two of them over shards and tenants, and takes them back. */
package dev.abacus.seed.sql;
