/**
 * A release over all of its targets: in waves, so many at a time on each database server, kept in tables so that whoever
 * drives it may die. What to do next is told by {@link dev.abacus.sql.drive.Rollout} alone, which knows neither threads
 * nor tables; another driver may ask it the same.
 */
package dev.abacus.sql.drive;
