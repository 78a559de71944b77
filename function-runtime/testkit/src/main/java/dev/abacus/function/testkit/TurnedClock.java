package dev.abacus.function.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is turned. */
public final class TurnedClock extends Clock {

    private final Clock base;
    private volatile Duration turned = Duration.ZERO;

    private TurnedClock(Clock base) {
        this.base = base;
    }

    /** One that stands until it is turned. */
    public static TurnedClock at(Instant instant) {
        return new TurnedClock(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** One that goes by itself as well. */
    public static TurnedClock running() {
        return new TurnedClock(Clock.systemUTC());
    }

    public synchronized void advance(Duration time) {
        turned = turned.plus(time);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(turned);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
