package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The order's state does not allow this. */
public final class IllegalTransition extends DomainException {

    public IllegalTransition(SalesOrderId order, Enum<?> status, String wanted) {
        super(
                Kind.CONFLICT,
                "illegal-transition",
                "Sales order " + order + " is " + status + " and cannot be " + wanted,
                Map.of("status", status.name()));
    }
}
