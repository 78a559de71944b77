package dev.abacus.trade.purchasing;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The order's state does not allow this. */
public final class IllegalTransition extends DomainException {

    public IllegalTransition(PurchaseOrderId order, Enum<?> status, String wanted) {
        super(
                Kind.CONFLICT,
                "illegal-transition",
                "Purchase order " + order + " is " + status + " and cannot be " + wanted,
                Map.of("status", status.name()));
    }
}
