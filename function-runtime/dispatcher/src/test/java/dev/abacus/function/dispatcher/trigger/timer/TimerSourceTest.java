package dev.abacus.function.dispatcher.trigger.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrival;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerSourceTest {

    private final HandTurned clock = new HandTurned();
    private final List<String> taken = new ArrayList<>();
    private final List<TimerSource> closed = new ArrayList<>();
    private boolean away;

    private final TimerSource eachTenSeconds = new TimerSource(
            "f", new Trigger.Timer("tick", "*/10 * * * * *", ZoneOffset.UTC, null), this::take, clock, closed::add);

    private static final class HandTurned extends Clock {
        private Instant now = Instant.parse("2026-11-21T10:00:05Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void take(List<Arrival> arrivals) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        arrivals.forEach(arrival -> taken.add(arrival.position()));
    }

    private void lookAfter(Duration pause) {
        clock.now = clock.now.plus(pause);
        eachTenSeconds.look();
    }

    @Test
    void each_time_is_handed_in_once_when_it_has_come() {
        lookAfter(Duration.ofSeconds(4));
        assertThat(taken).isEmpty();

        lookAfter(Duration.ofSeconds(1));
        lookAfter(Duration.ofSeconds(1));
        lookAfter(Duration.ofSeconds(10));

        assertThat(taken).containsExactly("tick@2026-11-21T10:00:10Z", "tick@2026-11-21T10:00:20Z");
    }

    @Test
    void what_could_not_be_handed_in_is_handed_in_later() {
        away = true;
        lookAfter(Duration.ofSeconds(6));
        away = false;
        lookAfter(Duration.ofSeconds(1));

        assertThat(taken).containsExactly("tick@2026-11-21T10:00:10Z");
    }

    @Test
    void what_is_long_past_is_not_made_up_for() {
        lookAfter(Duration.ofHours(1));

        assertThat(taken).hasSize(6).last().isEqualTo("tick@2026-11-21T11:00:00Z");
    }

    @Test
    void nothing_comes_after_it_was_closed() {
        eachTenSeconds.close();
        lookAfter(Duration.ofSeconds(10));

        assertThat(taken).isEmpty();
        assertThat(closed).containsExactly(eachTenSeconds);
    }
}
