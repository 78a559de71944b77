package dev.abacus.trade.testing;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.tcc.TenantFence;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.trade.ordertocash.application.ReservingPlacement;
import dev.abacus.trade.ordertocash.persistence.SalesOrderPlacement;
import dev.abacus.trade.sales.Placement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.seata.common.exception.SkipCallbackWrapperException;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.springframework.boot.test.context.TestComponent;

/**
 * Plays the coordinator: calls the phases of a placement through the real fence, in whatever order a test likes. A phase
 * can be made to crash: it does its work, and then its transaction is abandoned, as when the process dies.
 */
@TestComponent
public class Branches {

    private final TenantFence fence;
    private final ReservingPlacement reserving;
    private final SalesOrderPlacement action;
    private final Ids ids;

    Branches(TenantFence fence, ReservingPlacement reserving, SalesOrderPlacement action, Ids ids) {
        this.fence = fence;
        this.reserving = reserving;
        this.action = action;
        this.ids = ids;
    }

    /** One order's branch of one global transaction. */
    public record Branch(TenantId tenant, String xid, long id, Placement placement) {}

    private static final class Crash extends RuntimeException {}

    public Branch branch(Placement placement) {
        long number = ids.next();
        return new Branch(TenantContext.require(), "test:" + number, number, placement);
    }

    /** @return whether it had its effect now */
    public boolean attempt(Branch branch, boolean crash) {
        return answered(() -> TenantContext.call(branch.tenant(), () -> {
            fence.prepareFence(branch.xid(), branch.id(), "placement", () -> {
                reserving.attempt(branch.placement(), branch.xid());
                return crashIf(crash);
            });
            return true;
        }));
    }

    /** @return whether it has had its effect, now or before */
    public boolean confirm(Branch branch, boolean crash) {
        return answered(() ->
                fence.commitFence(method("confirm"), new Phase(crash), branch.xid(), branch.id(), context(branch)));
    }

    /** @return whether it has had its effect, now or before */
    public boolean cancel(Branch branch, boolean crash) {
        return answered(() -> fence.rollbackFence(
                method("cancel"), new Phase(crash), branch.xid(), branch.id(), context(branch), "placement"));
    }

    private static boolean answered(BooleanSupplier phase) {
        try {
            return phase.getAsBoolean();
        } catch (Crash | SkipCallbackWrapperException | DomainException | IllegalStateException e) {
            return false;
        }
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
                "orderId",
                branch.placement().order().toString()));
        return new Object[] {context};
    }
}
