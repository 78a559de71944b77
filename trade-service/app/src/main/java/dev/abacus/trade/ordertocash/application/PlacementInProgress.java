package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.trade.sales.SalesOrderId;
import java.util.Map;

/** The same request is being worked on right now. */
public final class PlacementInProgress extends DomainException {

    public PlacementInProgress(SalesOrderId order) {
        super(
                Kind.CONFLICT,
                "request-in-progress",
                "The first request with this Idempotency-Key is still being worked on.",
                Map.of("orderId", order.toString()));
    }
}
