/**
 * The work on one target: every statement once, whatever dies meanwhile. What has run is recorded on the target itself,
 * in the transaction of the rows it changed; structure, which cannot be in a transaction, is recorded before and told
 * from the dictionary afterwards.
 */
package dev.abacus.sql.run;
