package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.Stack;
import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.messaging.Headers;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Tags;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Beats of lanes as the kernel sends them, a hundred a second while one is beating, and when each had its effect. */
final class Series implements AutoCloseable {

    static final String SERVICE = "pulse";
    /** Of the consumer {@code pulse.heart}. */
    static final String GROUP = "pulse-heart";

    static final long TENANT = 4_711;

    private static final Duration EVERY = Duration.ofMillis(10);
    private static final int AGGREGATES = 64;

    private final OpenTelemetry telemetry = OpenTelemetry.propagating(ContextPropagators.create(
            TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())));
    private final Headers headers = new Headers(telemetry);
    private final Broker broker;
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final Map<Long, Long> sent = new ConcurrentHashMap<>();
    private final Map<Long, Long> handled = new ConcurrentHashMap<>();

    Series(Stack stack, Collection<LaneTag> lanes) {
        var rules = new ActiveRules(InstantSource.system());
        rules.accept(new LaneRules(
                1,
                Instant.now(),
                false,
                null,
                lanes.stream().map(Series::routable).toList()));
        var properties = new BrokerProperties("127.0.0.1:" + stack.port(9876), 8, "", true);
        broker = new Broker(properties, "bench", headers, new Tags(rules, () -> true), telemetry.getTracer("bench"));
    }

    private static LaneRule routable(LaneTag lane) {
        return new LaneRule(
                lane,
                LaneKind.GRAY,
                LaneState.ROUTABLE,
                false,
                Set.of(SERVICE),
                TenantIds.none(),
                TenantIds.none(),
                0,
                Window.ALWAYS,
                null);
    }

    /** Takes what a consumer says: {@code beat NUMBER MILLIS LANE}. What was undone by a kill is said again: the last counts. */
    boolean hear(String line) {
        String[] words = line.split(" ");
        if (!words[0].equals("beat")) {
            return false;
        }
        handled.merge(Long.parseLong(words[1]), Long.parseLong(words[2]), Math::max);
        return true;
    }

    /** Sends until it is closed. */
    Beating beat(LaneTag lane) {
        return new Beating(lane);
    }

    int sent() {
        return sent.size();
    }

    @Override
    public void close() {
        broker.close();
    }

    /** One lane's beats around one event. */
    final class Beating implements AutoCloseable {

        private final Map<String, String> onLane;
        private final long first = numbers.get();
        private final Thread thread;
        private volatile boolean going = true;

        private Beating(LaneTag lane) {
            try (Scope entered = LaneContext.enter(lane, 1)) {
                onLane = headers.capture();
            }
            thread = Thread.ofPlatform().name("beating on " + lane).start(this::run);
        }

        private void run() {
            while (going) {
                long number = numbers.getAndIncrement();
                sent.put(number, System.currentTimeMillis());
                broker.send(new Envelope(
                        number,
                        new TenantId(TENANT),
                        "heart-" + number % AGGREGATES,
                        "pulse.beat.v1",
                        "{\"number\":" + number + "}",
                        onLane));
                Pause.of(EVERY);
            }
        }

        /** Whether the first ones have had their effect: connections are made, and queues lent. */
        boolean flows() {
            return numbers(handled::containsKey).count() > 10;
        }

        /** Whether all that was sent so far, or until {@code millis} ago, has had its effect. */
        boolean handledUntil(long millis) {
            long limit = System.currentTimeMillis() - millis;
            return numbers(number -> sent.get(number) < limit).allMatch(handled::containsKey);
        }

        /** The longest time from being sent to the effect, in milliseconds, of beats sent at {@code from} or up to {@code to}. */
        long longestDelay(long from, long to) {
            return numbers(number -> sent.get(number) >= from && sent.get(number) < to)
                    .map(number -> handled.get(number) - sent.get(number))
                    .max()
                    .orElseThrow();
        }

        private LongStream numbers(LongPredicate which) {
            return LongStream.range(first, numbers.get())
                    .filter(sent::containsKey)
                    .filter(which);
        }

        /** Stops sending. */
        @Override
        public void close() {
            going = false;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
