/**
 * Lanes under load, on the real servers: a lane-control, consumers and a sender, each the smallest thing that has all of
 * the kernel, and a ledger of what was sent and what came of it. For tests and for measurements.
 */
package dev.abacus.lane.trial;
