/** What lane-control does: by order of an operator, at a member's heartbeat, and by itself as time passes. */
package dev.abacus.lane.control.application;
