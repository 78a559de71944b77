/** Flyway's history: what it ran counts as run, and what was run here counts for it, so that either may go on. */
package dev.abacus.sql.flyway;
