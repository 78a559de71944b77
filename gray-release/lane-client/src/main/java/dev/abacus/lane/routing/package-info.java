/** Which instance serves a call: one of the caller's lane where the lane has one, else the baseline's, never another's. */
package dev.abacus.lane.routing;
