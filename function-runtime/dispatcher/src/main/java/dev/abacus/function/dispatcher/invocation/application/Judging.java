package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Delivery;
import dev.abacus.function.dispatcher.invocation.Ending;
import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.Taken;
import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.wire.Events;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.wire.Failure.Kind;
import dev.abacus.kernel.domain.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What follows from how an attempt ended: another attempt, an end, a destination, a dead letter. */
@Component
class Judging {

    /** What is the runtime's fault is tried again soon, and spends no attempt. */
    private static final Duration SOON = Duration.ofMillis(500);

    private final Ids ids;
    private final RandomGenerator chance;

    @Autowired
    Judging(Ids ids) {
        this(ids, RandomGenerator.getDefault());
    }

    Judging(Ids ids, RandomGenerator chance) {
        this.ids = ids;
        this.chance = chance;
    }

    /**
     * An attempt, as it was made.
     *
     * @param version that ran
     * @param stopRequested whether somebody asked the invocation to end meanwhile
     */
    record Attempted(
            Taken taken,
            int version,
            FunctionDefinition definition,
            long pid,
            Instant startedAt,
            Instant endedAt,
            boolean stopRequested) {}

    Ending judge(Attempted attempted, Outcome outcome) {
        return outcome.succeeded() ? succeeded(attempted, outcome) : failed(attempted, outcome);
    }

    private Ending succeeded(Attempted attempted, Outcome outcome) {
        byte[] result = outcome.event() == null ? null : Events.bytes(outcome.event());
        if (result != null && result.length > Acceptance.LARGEST_EVENT) {
            return failed(attempted, tooLarge(result.length, outcome));
        }
        Destination destination;
        try {
            destination = destination(attempted, outcome);
        } catch (IllegalArgumentException e) {
            var failure = new Failure(Kind.PERMANENT, "destination-unusable", e.getMessage(), "");
            return failed(attempted, new Outcome(null, failure, outcome.cpuNanos(), outcome.busyNanos()));
        }
        return over(attempted, outcome, InvocationState.SUCCEEDED, result, destination);
    }

    /** @return null for nowhere */
    private static Destination destination(Attempted attempted, Outcome outcome) {
        Destination defined = attempted.definition().success();
        if (!(defined instanceof Destination.Answered(String extension))) {
            return defined;
        }
        Object said = outcome.event() == null ? null : outcome.event().getExtension(extension);
        return said == null ? null : Destination.read(said.toString());
    }

    private static Outcome tooLarge(int length, Outcome outcome) {
        var failure = new Failure(
                Kind.PERMANENT,
                "answer-too-large",
                "its answer of " + length + " bytes is larger than " + Acceptance.LARGEST_EVENT
                        + "; keep it somewhere and answer with a reference",
                "");
        return new Outcome(null, failure, outcome.cpuNanos(), outcome.busyNanos());
    }

    private Ending failed(Attempted attempted, Outcome outcome) {
        Kind kind = outcome.failure().kind();
        if (attempted.stopRequested() || kind == Kind.CANCELLED) {
            return over(attempted, outcome, InvocationState.STOPPED, null, null);
        }
        if (kind == Kind.SYSTEM) {
            return again(attempted, outcome, attempted.endedAt().plus(SOON), false);
        }
        boolean lastOne =
                attempted.taken().attempt() > attempted.definition().retry().times();
        if (kind == Kind.PERMANENT || lastOne) {
            return over(
                    attempted,
                    outcome,
                    InvocationState.FAILED,
                    null,
                    attempted.definition().failure());
        }
        Duration pause = attempted.definition().retry().pause(attempted.taken().attempt(), chance);
        return again(attempted, outcome, attempted.endedAt().plus(pause), true);
    }

    private Ending again(Attempted attempted, Outcome outcome, Instant due, boolean spent) {
        // Past its longest age nobody waits for it; it is taken then, and found to be expired.
        Instant expires = attempted.taken().expiresAt();
        Instant next = due.isBefore(expires) ? due : expires;
        return ending(attempted, outcome, InvocationState.RETRYING, next, spent, null, false, null);
    }

    /** An invocation that was too old before it was begun once more. */
    Ending expired(Attempted attempted) {
        var failure = new Failure(Kind.TIMEOUT, "expired", "it did not succeed within its longest age", "");
        return over(
                attempted,
                new Outcome(null, failure, 0, 0),
                InvocationState.EXPIRED,
                null,
                attempted.definition().failure());
    }

    private Ending over(
            Attempted attempted, Outcome outcome, InvocationState state, byte[] result, Destination destination) {
        boolean bad = state == InvocationState.FAILED || state == InvocationState.EXPIRED;
        boolean deadLetter = bad && destination == null;
        boolean spent = outcome.failure() == null || outcome.failure().kind() != Kind.SYSTEM;
        return ending(attempted, outcome, state, null, spent, result, deadLetter, destination);
    }

    private Ending ending(
            Attempted attempted,
            Outcome outcome,
            InvocationState state,
            Instant due,
            boolean spent,
            byte[] result,
            boolean deadLetter,
            Destination destination) {
        byte[] told = destination == null ? null : Events.bytes(Results.of(attempted, state, outcome));
        return new Ending(
                attempted.taken(),
                state,
                due,
                spent,
                attempted.version(),
                attempted.pid(),
                attempted.startedAt(),
                attempted.endedAt(),
                outcome.cpuNanos(),
                outcome.failure(),
                result,
                deadLetter,
                destination instanceof Destination.Function(String name)
                        ? List.of(next(attempted, name, told))
                        : List.of(),
                destination == null || destination instanceof Destination.Function
                        ? List.of()
                        : List.of(delivery(attempted, destination, told)));
    }

    private Acceptance next(Attempted attempted, String function, byte[] event) {
        Taken taken = attempted.taken();
        return new Acceptance(
                ids.next(),
                function,
                taken.tenant(),
                taken.lane(),
                null,
                null,
                "after:" + taken.id(),
                taken.depth() + 1,
                taken.id(),
                taken.traceparent(),
                attempted.endedAt(),
                attempted.endedAt(),
                attempted.endedAt().plus(attempted.definition().maxAge()),
                event);
    }

    private Delivery delivery(Attempted attempted, Destination destination, byte[] event) {
        Taken taken = attempted.taken();
        var target =
                switch (destination) {
                    case Destination.Topic(String broker, String topic) -> new String[] {broker, topic, null};
                    case Destination.Webhook(String url, String secret) -> new String[] {"webhook", url, secret};
                    case Destination.Function function -> throw new IllegalStateException("a function is no delivery");
                    case Destination.Answered answered -> throw new IllegalStateException("the answer has been asked");
                };
        return new Delivery(
                ids.next(),
                taken.id(),
                taken.function(),
                attempted.version(),
                taken.tenant(),
                taken.lane(),
                target[0],
                target[1],
                target[2],
                taken.orderingKey(),
                event);
    }
}
