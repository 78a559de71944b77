/**
 * What a process and lane-control tell each other: which rules the process obeys, which consumer groups it is in, and
 * which it shall be in. A process says it once a second.
 */
package dev.abacus.lane.membership;
