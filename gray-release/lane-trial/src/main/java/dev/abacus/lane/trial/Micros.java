package dev.abacus.lane.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments that processes of one machine write down and that are compared afterwards: microseconds since the epoch. */
public final class Micros {

    private Micros() {}

    public static long now() {
        return of(Instant.now());
    }

    public static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
