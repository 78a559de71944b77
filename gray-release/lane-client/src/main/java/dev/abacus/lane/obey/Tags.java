package dev.abacus.lane.obey;

import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which tag a message gets: the one of its origin while that lane takes tenants and this process knows that it does; else
 * none, and the baseline handles it.
 */
public final class Tags {

    private final ActiveRules rules;
    private final BooleanSupplier leased;

    public Tags(ActiveRules rules, BooleanSupplier leased) {
        this.rules = rules;
        this.leased = leased;
    }

    public Optional<LaneTag> of(Context origin) {
        return LaneContext.in(origin).filter(tag -> leased.getAsBoolean() && rules.mayTag(tag));
    }

    /** {@code origin} as the receiver shall see it: what is sent without a tag also says nothing of a lane in its baggage. */
    public Context onward(Context origin) {
        if (of(origin).isPresent() || LaneContext.in(origin).isEmpty()) {
            return origin;
        }
        return origin.with(Baggage.fromContext(origin).toBuilder()
                .remove(LaneContext.LANE_KEY)
                .remove(LaneContext.RULE_VERSION_KEY)
                .build());
    }
}
