package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.dispatcher.pool.CallListener;
import dev.abacus.function.dispatcher.pool.RunningAttempt;
import dev.abacus.function.dispatcher.pool.Slot;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.wire.Calling;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import io.cloudevents.CloudEvent;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Runs one attempt in a place that was found for it, with its log, its questions and its metering. */
@Component
class Attempts {

    private final InvocationLog log;
    private final PlatformDesk desk;
    private final Meter meter;
    private final Observing observing;
    private final Clock clock;

    Attempts(InvocationLog log, PlatformDesk desk, Meter meter, Observing observing, Clock clock) {
        this.log = log;
        this.desk = desk;
        this.meter = meter;
        this.observing = observing;
        this.clock = clock;
    }

    RunningAttempt run(Slot slot, DeployedVersion version, Asker whose, int number, CloudEvent event) {
        Span span = observing.attempt(whose, version.number(), number);
        Asker asker = whose.in(InvocationSpans.traceparent(span.getSpanContext()));
        Instant deadline = clock.instant().plus(version.definition().timeout());
        Calling calling = new Calling(
                asker.invocation(),
                asker.tenant(),
                asker.lane(),
                deadline.toEpochMilli(),
                number,
                asker.depth(),
                asker.traceparent());
        RunningAttempt attempt = slot.run(calling, event, new CallListener() {
            @Override
            public void logged(String level, long epochMillis, String text) {
                log.write(new InvocationLog.Line(
                        asker.function(), asker.invocation(), Instant.ofEpochMilli(epochMillis), level, text));
            }

            @Override
            public void asked(Question question, Consumer<Reply> answer) {
                desk.ask(asker, version, question, answer);
            }
        });
        attempt.outcome().thenAccept(outcome -> {
            meter.used(version.definition(), asker.tenant(), outcome);
            observing.attempted(span, asker, attempt.pid(), outcome);
        });
        return attempt;
    }
}
