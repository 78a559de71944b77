/**
 * The schema of a service, as its migrations make it: which of them have run where, what stands in the way of the others,
 * and how a target is brought up to date. A schema's migrations are a release that never ends: its ledger is on the
 * target, like that of any other, and it goes on where it was cut off.
 */
package dev.abacus.sql.schema;
