/** The rules, one a file; {@code docs/sql-releases.md} lists them. */
package dev.abacus.sql.review.rules;
