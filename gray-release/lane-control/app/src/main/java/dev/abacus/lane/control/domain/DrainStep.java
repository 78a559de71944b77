package dev.abacus.lane.control.domain;

/** How far the end of a lane has come. */
public enum DrainStep {
    /** Everybody who may still tag for it hears that he shall not. */
    ACKNOWLEDGING,
    /** The barrier is taken: what lies before it is consumed by the lane's groups. */
    FINISHING,
    /** Everything is consumed; whoever is in the lane's groups leaves, and then the groups are deleted. */
    CLOSING
}
