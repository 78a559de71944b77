/** The doors: operators' programs, and the heartbeats of the suite's own processes. */
package dev.abacus.lane.control.web;
