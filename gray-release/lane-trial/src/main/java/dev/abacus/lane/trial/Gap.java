package dev.abacus.lane.trial;

import java.time.Duration;

/**
 * How long a lane's messages stood still.
 *
 * @param silence the longest time in which none of the lane was handled
 * @param longestWait the longest time from a message's sending to its effect
 */
public record Gap(Duration silence, Duration longestWait) {

    @Override
    public String toString() {
        return "silence %d ms, longest wait of a message %d ms".formatted(silence.toMillis(), longestWait.toMillis());
    }
}
