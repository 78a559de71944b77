/** {@code ./abacus sql …}: releases from a terminal. */
package dev.abacus.sql.cli;
