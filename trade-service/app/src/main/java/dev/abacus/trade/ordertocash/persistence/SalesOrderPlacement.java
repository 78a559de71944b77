package dev.abacus.trade.ordertocash.persistence;

import dev.abacus.kernel.tcc.TenantFence;
import dev.abacus.trade.ordertocash.application.ReservingPlacement;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.SalesOrderId;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.springframework.stereotype.Component;

/**
 * This service's branch of a placement. The fence gives each phase its local transaction and lets it happen once; the
 * coordinator keeps only the ids, for its copy of the context is small.
 */
@Component
@LocalTCC
public class SalesOrderPlacement {

    private static final String ORDER_KEY = "orderId";

    private final ReservingPlacement reserving;

    SalesOrderPlacement(ReservingPlacement reserving) {
        this.reserving = reserving;
    }

    /** @param context null; the interceptor puts in the branch's own */
    @TwoPhaseBusinessAction(
            name = "trade.sales-order-placement",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public boolean attempt(
            BusinessActionContext context,
            @BusinessActionContextParameter(TenantFence.TENANT_KEY) String tenantId,
            @BusinessActionContextParameter(ORDER_KEY) String orderId,
            Placement placement) {
        reserving.attempt(placement, context.getXid());
        return true;
    }

    public boolean confirm(BusinessActionContext context) {
        reserving.confirm(order(context));
        return true;
    }

    public boolean cancel(BusinessActionContext context) {
        reserving.cancel(order(context));
        return true;
    }

    private static SalesOrderId order(BusinessActionContext context) {
        return SalesOrderId.valueOf(context.getActionContext(ORDER_KEY).toString());
    }
}
