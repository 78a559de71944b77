package dev.abacus.lane.trial;

/**
 * What was done for an event.
 *
 * @param sentLane the tag on which it was sent; null for the baseline
 * @param lane the lane on which it was handled; null for the baseline
 * @param instance who handled it
 * @param epoch under which an adopter did; 0 for a lane's own instance, and on the baseline
 * @param sentAt microseconds since the epoch
 * @param doneAt likewise
 */
public record Effect(
        long tenant,
        long number,
        String line,
        String sentLane,
        String lane,
        String instance,
        long epoch,
        long sentAt,
        long doneAt) {

    /** From its commit at the sender to its effect. */
    long waited() {
        return doneAt - sentAt;
    }
}
