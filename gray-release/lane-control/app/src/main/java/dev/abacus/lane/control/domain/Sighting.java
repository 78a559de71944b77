package dev.abacus.lane.control.domain;

import java.time.Instant;
import java.util.Set;

/** What can be seen at one moment of everybody who has to do with one group on one lane. */
public interface Sighting {

    Instant now();

    /** Living members of the lane that are in the group and mean to stay. */
    Set<String> staying();

    /** Living members of the lane that are in the group and want to go. */
    Set<String> leaving();

    /** Living members of the baseline that can adopt: of the group's service, and not leaving. */
    Set<String> candidates();

    /**
     * Whether {@code adopter} certainly does not consume for the lane any more, and will not begin again by an order from
     * before {@code withdrawn}.
     */
    boolean stopped(String adopter, Instant withdrawn);

    /** Whether {@code adopter}, which was not told to stop, is gone or on its way out. */
    boolean departed(String adopter);

    /** Whether adopters under {@code epoch} hold every queue of the group's topics. */
    boolean adoptersHoldAll(long epoch);
}
