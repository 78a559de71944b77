package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who owns one consumer group's messages of one lane. The lane joins before the adopters leave, and on a clean exit the
 * adopters join first: somebody is always entitled. It counts as owned only when every adopter has certainly stopped.
 *
 * <p>The epoch grows with each change of who may consume: when the adoption is withdrawn, and when it is given. That
 * those who may not have stopped, and those who may have come, changes nobody's right.
 *
 * @param adopters everybody who was told to adopt and has not certainly stopped. Written down before anybody is told
 */
public record Ownership(String group, LaneTag lane, OwnerState state, long epoch, Instant since, Set<String> adopters) {

    public Ownership {
        adopters = Set.copyOf(adopters);
    }

    /** A group whose offsets have just been pinned: the baseline consumes it until the lane has somebody. */
    public static Ownership adopted(String group, LaneTag lane, Instant now) {
        return new Ownership(group, lane, OwnerState.ADOPTED, 1, now, Set.of());
    }

    /** Its state after what was seen; the same object when nothing changes. */
    public Ownership next(Sighting seen) {
        return switch (state) {
            case ADOPTED -> seen.staying().isEmpty() ? adopting(seen) : withdrawn(seen);
            case LEAVING, LOST -> seen.staying().isEmpty() ? settling(seen) : withdrawn(seen);
            case JOINING -> seen.staying().isEmpty() ? given(seen) : joining(seen);
            case OWNED -> seen.staying().isEmpty() ? given(seen) : this;
        };
    }

    /** Whether {@code member} is to be in the lane's group as an adopter. */
    public boolean adopts(String member) {
        return state.adopts() && adopters.contains(member);
    }

    private Ownership adopting(Sighting seen) {
        return with(
                union(adoptersUnless(adopter -> !seen.candidates().contains(adopter) && seen.departed(adopter)), seen));
    }

    private Ownership settling(Sighting seen) {
        Ownership kept = adopting(seen);
        boolean settled = seen.leaving().isEmpty() && seen.adoptersHoldAll(epoch);
        return settled ? new Ownership(group, lane, OwnerState.ADOPTED, epoch, seen.now(), kept.adopters) : kept;
    }

    private Ownership withdrawn(Sighting seen) {
        return new Ownership(group, lane, OwnerState.JOINING, epoch + 1, seen.now(), adopters);
    }

    private Ownership joining(Sighting seen) {
        Set<String> left = adoptersUnless(adopter -> seen.stopped(adopter, since));
        return left.isEmpty() ? new Ownership(group, lane, OwnerState.OWNED, epoch, seen.now(), left) : with(left);
    }

    private Ownership given(Sighting seen) {
        OwnerState next = seen.leaving().isEmpty() ? OwnerState.LOST : OwnerState.LEAVING;
        return new Ownership(group, lane, next, epoch + 1, seen.now(), union(adopters, seen));
    }

    private Ownership with(Set<String> others) {
        return others.equals(adopters) ? this : new Ownership(group, lane, state, epoch, since, others);
    }

    private Set<String> adoptersUnless(Predicate<String> gone) {
        return adopters.stream().filter(gone.negate()).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Sighting seen) {
        return Stream.concat(some.stream(), seen.candidates().stream()).collect(Collectors.toSet());
    }
}
