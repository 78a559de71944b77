package dev.abacus.function.dispatcher.trigger;

import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations.Wish;
import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.Trigger;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Timers of functions. Every dispatcher looks at the clock, and the queue takes each firing once: its time is its deduplication
 * key. What fell due while no dispatcher ran, or longer ago than {@link #PAST}, is not made up for.
 */
@Component
class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    /** A dispatcher that stood still for a moment catches up so far. */
    private static final Duration PAST = Duration.ofMinutes(1);

    private static final String FIRED = "dev.abacus.function.timer.v1";

    private final Catalogue catalogue;
    private final AcceptingInvocations accepting;
    private final Clock clock;
    private Instant looked;

    Timers(Catalogue catalogue, AcceptingInvocations accepting, Clock clock) {
        this.catalogue = catalogue;
        this.accepting = accepting;
        this.clock = clock;
        this.looked = clock.instant();
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        Instant now = clock.instant();
        Instant since = looked.isBefore(now.minus(PAST)) ? now.minus(PAST) : looked;
        for (DeployedVersion version : catalogue.live()) {
            version.definition().triggers().stream()
                    .filter(Trigger.Timer.class::isInstance)
                    .map(Trigger.Timer.class::cast)
                    .forEach(timer -> fire(version, timer, since, now));
        }
        looked = now;
    }

    private void fire(DeployedVersion version, Trigger.Timer timer, Instant since, Instant now) {
        CronExpression cron = CronExpression.parse(timer.cron());
        ZonedDateTime due = cron.next(since.atZone(timer.zone()));
        while (due != null && !due.toInstant().isAfter(now)) {
            submit(version.function(), timer, due);
            due = cron.next(due);
        }
    }

    private void submit(String function, Trigger.Timer timer, ZonedDateTime due) {
        String id = timer.name() + "@" + due.toInstant();
        try {
            accepting.accept(new Wish(
                    function,
                    null,
                    null,
                    null,
                    null,
                    "timer:" + id,
                    Duration.ZERO,
                    0,
                    null,
                    null,
                    event(function, timer, due, id)));
        } catch (RuntimeException e) {
            LOG.error("The timer {} of {} was due at {} and could not be handed in", timer.name(), function, due, e);
        }
    }

    private static CloudEvent event(String function, Trigger.Timer timer, ZonedDateTime due, String id) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/functions/" + function + "/timers/" + timer.name()))
                .withType(FIRED)
                .withTime(due.toOffsetDateTime());
        return timer.data() == null
                ? event.build()
                : event.withData("application/json", timer.data().getBytes(StandardCharsets.UTF_8))
                        .build();
    }
}
