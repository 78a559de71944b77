package dev.abacus.kernel.job;

import dev.abacus.kernel.persistence.ColumnTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** A job's name, times and work. */
record Job(String name, CronExpression times, Runnable work) {

    /** The latest time up to {@code now} and after {@code since}. */
    Optional<Instant> latest(Instant since, Instant now) {
        LocalDateTime end = ColumnTime.of(now);
        LocalDateTime latest = null;
        LocalDateTime next = times.next(ColumnTime.of(since));
        while (next != null && !next.isAfter(end)) {
            latest = next;
            next = times.next(next);
        }
        return Optional.ofNullable(latest).map(ColumnTime::instant);
    }
}
