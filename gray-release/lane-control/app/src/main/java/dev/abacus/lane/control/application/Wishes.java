package dev.abacus.lane.control.application;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.api.TimeWindow;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.math.BigDecimal;
import java.util.Set;

/** Reads what operators write, and says what is wrong with it. */
final class Wishes {

    /** Ids that would hide a lane behind another address of the API. */
    private static final Set<String> TAKEN = Set.of("kill-switch", "decisions", "audit");

    private Wishes() {}

    static String id(String text) {
        try {
            if (!TAKEN.contains(text)) {
                return new LaneTag(text, 1).id();
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw Refusals.notALaneId(text);
    }

    static int basisPoints(BigDecimal percentage) {
        try {
            int points = percentage.movePointRight(2).intValueExact();
            if (points >= 0 && points <= LaneRule.EVERYBODY) {
                return points;
            }
        } catch (ArithmeticException e) {
            // answered below
        }
        throw Refusals.percentageOutOfRange();
    }

    static Window window(TimeWindow window) {
        try {
            return new Window(window.from(), window.until());
        } catch (IllegalArgumentException e) {
            throw Refusals.windowEndsBeforeItStarts();
        }
    }

    static TenantIds tenants(Set<TenantId> tenants) {
        return TenantIds.of(tenants.stream().mapToLong(TenantId::value).toArray());
    }

    static String frontEnd(String build) {
        return build == null || build.isBlank() ? null : build;
    }
}
