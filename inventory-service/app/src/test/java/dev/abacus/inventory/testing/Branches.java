package dev.abacus.inventory.testing;

import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.application.ReservingStock;
import dev.abacus.inventory.stock.messaging.ReserveStockAction;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.tcc.TenantFence;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.seata.common.exception.SkipCallbackWrapperException;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.springframework.boot.test.context.TestComponent;

/**
 * Plays the coordinator: calls the phases of "reserve stock" through the real fence, in whatever order a test likes. A
 * phase can be made to crash: it does its work, and then its transaction is abandoned, as when the process dies.
 */
@TestComponent
public class Branches {

    private final TenantFence fence;
    private final ReservingStock reserving;
    private final ReserveStockAction action;
    private final Floor floor;
    private final Ids ids;

    Branches(TenantFence fence, ReservingStock reserving, ReserveStockAction action, Floor floor, Ids ids) {
        this.fence = fence;
        this.reserving = reserving;
        this.action = action;
        this.floor = floor;
        this.ids = ids;
    }

    /** One order's branch of one global transaction. */
    public record Branch(TenantId tenant, String xid, long id, ReservationId reservation, String order) {}

    /** The process died; nothing of the phase may be left. */
    public static final class Crash extends RuntimeException {}

    public Branch branch(String order) {
        long number = ids.next();
        return new Branch(TenantContext.require(), "test:" + number, number, new ReservationId(ids.next()), order);
    }

    /** @param pieces by SKU */
    public void attempt(Branch branch, Map<String, Long> pieces, boolean crash) {
        Demand demand = new Demand(branch.reservation(), branch.order(), lines(pieces));
        try {
            TenantContext.call(
                    branch.tenant(),
                    () -> fence.prepareFence(branch.xid(), branch.id(), "reserve", () -> {
                        reserving.tryDemand(demand);
                        return crashIf(crash);
                    }));
        } catch (SkipCallbackWrapperException e) {
            // as Seata's interceptor does
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public boolean confirm(Branch branch, boolean crash) {
        return fence.commitFence(method("confirm"), phase(crash), branch.xid(), branch.id(), context(branch));
    }

    public boolean cancel(Branch branch, boolean crash) {
        return fence.rollbackFence(
                method("cancel"), phase(crash), branch.xid(), branch.id(), context(branch), "reserve");
    }

    /** The second phase as the fence calls it. */
    public final class Phase {

        private final boolean crash;

        private Phase(boolean crash) {
            this.crash = crash;
        }

        public boolean confirm(BusinessActionContext context) {
            action.confirm(context);
            return crashIf(crash);
        }

        public boolean cancel(BusinessActionContext context) {
            action.cancel(context);
            return crashIf(crash);
        }
    }

    private Phase phase(boolean crash) {
        return new Phase(crash);
    }

    private List<Demand.Line> lines(Map<String, Long> pieces) {
        List<Demand.Line> lines = new ArrayList<>();
        for (Entry<String, Long> entry : pieces.entrySet()) {
            lines.add(new Demand.Line(lines.size() + 1, floor.key(entry.getKey()), Floor.pcs(entry.getValue())));
        }
        return lines;
    }

    private static boolean crashIf(boolean crash) {
        if (crash) {
            throw new Crash();
        }
        return true;
    }

    private static Method method(String name) {
        try {
            return Phase.class.getMethod(name, BusinessActionContext.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] context(Branch branch) {
        BusinessActionContext context = new BusinessActionContext();
        context.setActionContext(Map.of(
                TenantFence.TENANT_KEY,
                branch.tenant().toString(),
                "reservationId",
                branch.reservation().toString()));
        return new Object[] {context};
    }
}
