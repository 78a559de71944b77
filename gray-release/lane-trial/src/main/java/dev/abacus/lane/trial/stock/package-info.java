/** A consumer process: every event has one effect, a row that says who did it, for which lane and when. */
package dev.abacus.lane.trial.stock;
