/**
 * Which tenant is on which lane: the rules as lane-control publishes them, and the decision that every gateway takes from
 * them in memory. Pure: no Spring, no network.
 */
package dev.abacus.lane.rules;
