package dev.abacus.kernel.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as every {@code DATETIME(6)} column holds them: in UTC, without saying so. */
public final class ColumnTime {

    private ColumnTime() {}

    public static LocalDateTime now(Clock clock) {
        return of(clock.instant());
    }

    /** Of no time, no time. */
    public static LocalDateTime of(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The moment that a column's value means; of no value, none. */
    public static Instant instant(LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}
