/** What a release would do, told before it does: to whom, how many rows, how each table would be changed. Writes nothing. */
package dev.abacus.sql.plan;
