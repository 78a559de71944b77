/** What must hold on a target after a release has run on it, before any other target is touched. */
package dev.abacus.sql.check;
