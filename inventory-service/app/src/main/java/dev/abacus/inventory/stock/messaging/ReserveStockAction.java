package dev.abacus.inventory.stock.messaging;

import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.application.ReservingStock;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.springframework.stereotype.Component;

/**
 * The TCC action "reserve stock" as the coordinator sees it. Each phase runs in one local transaction with its fence
 * row. The coordinator keeps only the tenant and the reservation's id: the demand itself is in our tables.
 *
 * <p>The annotations are on this class because Seata loses the parameters when they are on an interface.
 */
@LocalTCC
@Component
public class ReserveStockAction {

    private final ReservingStock reserving;

    ReserveStockAction(ReservingStock reserving) {
        this.reserving = reserving;
    }

    /** @param context filled in by Seata; callers pass null */
    @TwoPhaseBusinessAction(
            name = "inventory.reserve-stock",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void attempt(
            BusinessActionContext context,
            @BusinessActionContextParameter("tenantId") String tenantId,
            @BusinessActionContextParameter("reservationId") String reservationId,
            Demand demand) {
        reserving.tryDemand(demand);
    }

    public boolean confirm(BusinessActionContext context) {
        reserving.confirm(reservation(context));
        return true;
    }

    public boolean cancel(BusinessActionContext context) {
        reserving.cancel(reservation(context));
        return true;
    }

    private static ReservationId reservation(BusinessActionContext context) {
        return ReservationId.valueOf(String.valueOf(context.getActionContext().get("reservationId")));
    }
}
