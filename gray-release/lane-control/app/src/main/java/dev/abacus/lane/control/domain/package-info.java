/** Lanes, the owners of their consumer groups, and the processes that report: rules without any machinery. */
package dev.abacus.lane.control.domain;
