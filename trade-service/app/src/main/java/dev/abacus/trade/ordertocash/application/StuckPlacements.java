package dev.abacus.trade.ordertocash.application;

import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.UnsettledPlacement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Placements that should have ended by now (I8). They are shown with what the coordinator says of them, and left alone:
 * only the coordinator may say how a transaction ends.
 */
@Service
public class StuckPlacements {

    private final OrderBook orders;
    private final PlacementTransaction transactions;
    private final Clock clock;
    private final Duration stuckAfter;

    StuckPlacements(
            OrderBook orders,
            PlacementTransaction transactions,
            Clock clock,
            @Value("${abacus.trade.placement.stuck-after}") Duration stuckAfter) {
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
        this.stuckAfter = stuckAfter;
    }

    /** @param coordinatorStatus {@code UNREACHABLE} when the coordinator does not answer */
    public record Stuck(UnsettledPlacement placement, String coordinatorStatus) {}

    /** Those of the current tenant, the oldest first. */
    public List<Stuck> list() {
        return unsettled().stream()
                .map(placement -> new Stuck(placement, transactions.statusOf(placement.transaction())))
                .toList();
    }

    int count() {
        return unsettled().size();
    }

    private List<UnsettledPlacement> unsettled() {
        return orders.placingSinceBefore(clock.instant().minus(stuckAfter));
    }
}
