/** lane-control as it is, with tokens that anybody can write. */
package dev.abacus.lane.trial.control;
