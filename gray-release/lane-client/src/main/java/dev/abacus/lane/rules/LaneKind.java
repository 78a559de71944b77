package dev.abacus.lane.rules;

/** What a lane is for. */
public enum LaneKind {
    /** A release that some tenants get before the others. */
    GRAY,
    /** A team's development environment, made of the services that the team changes. Laptops may join. */
    PROJECT
}
