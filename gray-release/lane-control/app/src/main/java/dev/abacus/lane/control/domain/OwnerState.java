package dev.abacus.lane.control.domain;

/** Who consumes a group's messages of a lane. */
public enum OwnerState {
    /** The baseline, in the lane's stead. */
    ADOPTED,
    /** The lane is in the group; the adopters have been told to leave it. */
    JOINING,
    /** The lane alone. */
    OWNED,
    /** The lane wants to go; adopters come first. */
    LEAVING,
    /** The lane is gone without a word; adopters come. */
    LOST;

    /** Whether the baseline is told to consume. */
    public boolean adopts() {
        return this == ADOPTED || this == LEAVING || this == LOST;
    }
}
