package dev.abacus.lane.routing;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.routing.Route.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls that a lane should have served and did not, and how many of them are under way: a lane that breaks down
 * under load must not take the baseline with it.
 */
public final class Fallbacks {

    private final MeterRegistry meters;
    private final int limit;
    private final Map<LaneTag, AtomicInteger> underWay = new ConcurrentHashMap<>();

    Fallbacks(MeterRegistry meters, int limit) {
        this.meters = meters;
        this.limit = limit;
    }

    /** Counts what is not as it should be; answers a route without candidates when too many fall back already. */
    Route permit(String service, LaneTag lane, Route route) {
        Route permitted =
                route.fallback() && of(lane).get() >= limit ? new Route(List.of(), Outcome.OVER_LIMIT) : route;
        switch (permitted.outcome()) {
            case FELL_BACK, NO_SUCH_LANE, STRICT, OVER_LIMIT -> count(service, lane, permitted.outcome());
            case BASELINE, LANE, NOT_IN_LANE -> {
                // as it should be
            }
        }
        return permitted;
    }

    private void count(String service, LaneTag lane, Outcome outcome) {
        String reason = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter("lane.fallback", "lane", lane.toString(), "service", service, "reason", reason)
                .increment();
        Span.current().setAttribute("abacus.lane.fallback", reason);
    }

    /** A call to {@code chosen} begins. */
    public void begin(Object chosen) {
        if (chosen instanceof FallenBack call) {
            of(call.lane()).incrementAndGet();
        }
    }

    /** A call to {@code chosen} has ended, however. */
    public void end(Object chosen) {
        if (chosen instanceof FallenBack call) {
            of(call.lane()).decrementAndGet();
        }
    }

    private AtomicInteger of(LaneTag lane) {
        return underWay.computeIfAbsent(lane, l -> new AtomicInteger());
    }
}
