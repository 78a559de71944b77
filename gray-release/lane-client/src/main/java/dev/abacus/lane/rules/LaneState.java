package dev.abacus.lane.rules;

/** Where a lane is in its life. Each lane goes through them in this order and never back. */
public enum LaneState {
    /** Its consumer groups are made and get owners; nothing is tagged for it yet. */
    PREPARING,
    /** Tenants are put on it. */
    ROUTABLE,
    /** Nothing new is put on it; what is under way is finished. */
    DRAINING,
    /** Nothing with its tag is left, and nothing ever carries that tag again. */
    RETIRED
}
