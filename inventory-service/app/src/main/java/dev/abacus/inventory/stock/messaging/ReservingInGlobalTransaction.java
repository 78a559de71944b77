package dev.abacus.inventory.stock.messaging;

import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.Reserving;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.TenantContext;
import org.apache.seata.core.context.RootContext;
import org.springframework.stereotype.Component;

/** Takes part in the caller's global transaction. Without one nobody would ever confirm or give back, so it is refused. */
@Component
class ReservingInGlobalTransaction implements Reserving {

    private final ReserveStockAction action;

    ReservingInGlobalTransaction(ReserveStockAction action) {
        this.action = action;
    }

    @Override
    public void reserve(Demand demand) {
        if (!RootContext.inGlobalTransaction()) {
            throw new DomainException(
                    DomainException.Kind.INVALID,
                    "global-transaction-required",
                    "Stock is reserved inside a global transaction only");
        }
        action.attempt(null, TenantContext.require().toString(), demand.id().toString(), demand);
    }
}
