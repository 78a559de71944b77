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
        return of(origin).isPresent() ? origin : untagged(origin);
    }

    /**
     * {@code origin} without the tag of a lane that is no more: whoever handles it is on the baseline. Work that was tagged
     * by newer rules than those here is not judged by these: an instance may be at work before it hears of its own lane.
     */
    public Context living(Context origin) {
        boolean stays = LaneContext.in(origin)
                .filter(tag -> LaneContext.ruleVersion(origin) > rules.version() || rules.living(tag))
                .isPresent();
        return stays ? origin : untagged(origin);
    }

    private static Context untagged(Context origin) {
        boolean tagged = Baggage.fromContext(origin).getEntryValue(LaneContext.LANE_KEY) != null;
        return tagged ? LaneContext.with(origin, null) : origin;
    }
}
