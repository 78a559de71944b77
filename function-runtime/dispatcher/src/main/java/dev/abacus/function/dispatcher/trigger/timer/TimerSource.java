package dev.abacus.function.dispatcher.trigger.timer;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrival;
import dev.abacus.function.dispatcher.trigger.Source;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times of one timer. Every dispatcher reads them, and each is one event, known by its time. What fell due while no dispatcher
 * ran, or longer ago than {@link #PAST}, is not made up for.
 */
final class TimerSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(TimerSource.class);

    /** A dispatcher that stood still for a moment, or whose database did, catches up so far. */
    static final Duration PAST = Duration.ofMinutes(1);

    private static final String FIRED = "dev.abacus.function.timer.v1";

    private final String function;
    private final Trigger.Timer timer;
    private final CronExpression cron;
    private final Consumer<List<Arrival>> arrivals;
    private final Clock clock;
    private final Consumer<TimerSource> closing;
    private Instant looked;
    private boolean closed;

    TimerSource(
            String function,
            Trigger.Timer timer,
            Consumer<List<Arrival>> arrivals,
            Clock clock,
            Consumer<TimerSource> closing) {
        this.function = function;
        this.timer = timer;
        this.cron = CronExpression.parse(timer.cron());
        this.arrivals = arrivals;
        this.clock = clock;
        this.closing = closing;
        this.looked = clock.instant();
    }

    synchronized void look() {
        Instant now = clock.instant();
        Instant since = looked.isBefore(now.minus(PAST)) ? now.minus(PAST) : looked;
        List<Arrival> due = closed ? List.of() : due(since, now);
        if (!due.isEmpty()) {
            try {
                arrivals.accept(due);
            } catch (RuntimeException e) {
                LOG.warn("The timer {} of {} cannot be handed in for now: {}", timer.name(), function, e.toString());
                return;
            }
        }
        looked = now;
    }

    private List<Arrival> due(Instant since, Instant now) {
        List<Arrival> due = new ArrayList<>();
        ZonedDateTime time = cron.next(since.atZone(timer.zone()));
        while (time != null && !time.toInstant().isAfter(now)) {
            due.add(arrival(time));
            time = cron.next(time);
        }
        return due;
    }

    private Arrival arrival(ZonedDateTime time) {
        String id = timer.name() + "@" + time.toInstant();
        return new Arrival.Event(id, null, null, null, null, null, event(id, time));
    }

    private CloudEvent event(String id, ZonedDateTime time) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/functions/" + function + "/timers/" + timer.name()))
                .withType(FIRED)
                .withTime(time.toOffsetDateTime());
        return timer.data() == null
                ? event.build()
                : event.withData("application/json", timer.data().getBytes(StandardCharsets.UTF_8))
                        .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        closing.accept(this);
    }
}
