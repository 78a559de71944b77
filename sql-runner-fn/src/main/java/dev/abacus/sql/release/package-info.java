/**
 * A release: a folder with scripts and {@code release.yaml}, which says where they run, in which order, in which waves,
 * what must hold after each wave and how it is taken back. It is read whole before anything runs, and what is wrong with
 * it is said with file and line.
 */
package dev.abacus.sql.release;
