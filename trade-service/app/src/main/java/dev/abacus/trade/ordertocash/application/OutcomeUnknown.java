package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.trade.sales.SalesOrderId;
import java.util.Map;

/** Everything is reserved, but it is not known yet whether the order holds. It will be placed, or come to nothing. */
public final class OutcomeUnknown extends DomainException {

    public OutcomeUnknown(SalesOrderId order) {
        super(
                Kind.UNAVAILABLE,
                "placement-unsettled",
                "The order is still being placed. Ask for it again, or send the same request with the same key.",
                Map.of("orderId", order.toString()));
    }
}
