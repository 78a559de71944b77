/**
 * SQL releases on the function runtime. {@code sql-release} is the operators' door: it reviews, admits and writes down what is to
 * be done. {@code sql-driver} sees one release through: it asks the rollout what comes next and hands targets out, so many of each
 * database server at a time. {@code sql-target} does one target. What they know of each other is in the control tables; what has
 * run on a target is in that target's ledger, so that each of them may die and be called again.
 */
package dev.abacus.sql.functions;
