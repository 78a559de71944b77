package dev.abacus.lane;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;

/**
 * The lane of the current work, carried as W3C baggage so that every hop that passes trace context on passes the lane on
 * too. No lane means the baseline.
 */
public final class LaneContext {

    /** The baggage entry with the tag. */
    public static final String LANE_KEY = "abacus.lane";

    /** The baggage entry with the version of the rules that chose the lane. */
    public static final String RULE_VERSION_KEY = "abacus.rv";

    /** The user property of a message with the tag: SQL92 filters need a scalar. Absent on the baseline. */
    public static final String MESSAGE_PROPERTY = "lane";

    private LaneContext() {}

    public static Optional<LaneTag> current() {
        return in(Context.current());
    }

    /** A tag that cannot be read counts as none: the baseline serves what nobody else can claim. */
    public static Optional<LaneTag> in(Context context) {
        String value = Baggage.fromContext(context).getEntryValue(LANE_KEY);
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LaneTag.parse(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version of the rules by which {@code context}'s lane was chosen; 0 when it does not say. */
    public static long ruleVersion(Context context) {
        String value = Baggage.fromContext(context).getEntryValue(RULE_VERSION_KEY);
        try {
            return value == null ? 0 : Long.parseLong(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** {@code context} with the lane in its baggage, or with none. */
    public static Context with(Context context, LaneTag lane) {
        var baggage = Baggage.fromContext(context).toBuilder();
        if (lane == null) {
            baggage.remove(LANE_KEY).remove(RULE_VERSION_KEY);
        } else {
            baggage.put(LANE_KEY, lane.toString());
        }
        return context.with(baggage.build());
    }

    /** Puts the current thread on {@code lane} until the scope is closed. */
    public static Scope enter(LaneTag lane) {
        return with(Context.current(), lane).makeCurrent();
    }

    /** The same, as the rules of {@code ruleVersion} say: for whoever decides. No lane is no tag, whoever decided it. */
    public static Scope enter(LaneTag lane, long ruleVersion) {
        if (lane == null) {
            return enter(null);
        }
        Context context = Context.current();
        return context.with(Baggage.fromContext(context).toBuilder()
                        .put(LANE_KEY, lane.toString())
                        .put(RULE_VERSION_KEY, Long.toString(ruleVersion))
                        .build())
                .makeCurrent();
    }
}
