/**
 * One database serves the baseline and every lane, so a lane may add to a schema and never take from it. What a lane's
 * build would change is read from its migrations before any of them runs: at the start of an instance on a lane, and by
 * {@code ./abacus lane check} before that.
 */
package dev.abacus.kernel.schema;
