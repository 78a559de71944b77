package dev.abacus.kernel.tcc;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.apache.seata.common.exception.SkipCallbackWrapperException;
import org.apache.seata.common.executor.Callback;
import org.apache.seata.integration.tx.api.fence.FenceHandler;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The TCC fence: a row per branch, written in the same local transaction as the branch's business rows and in the same
 * shard, so that Confirm and Cancel have their effect once, a Cancel without a Try does nothing, and a Try that comes
 * after its Cancel is refused.
 *
 * <p>Seata's own fence has no tenant in its table; it would need a routing hint left on the thread around business code.
 * This one is an ordinary tenant-scoped table and takes the ordinary, guarded way.
 */
public final class TenantFence implements FenceHandler {

    /** The action context's entry that a branch must carry: phase two runs on another thread, perhaps in another process. */
    public static final String TENANT_KEY = "tenantId";

    private static final Logger log = LoggerFactory.getLogger(TenantFence.class);

    /** How often a Try is made that loses a deadlock. */
    private static final int TRIES = 4;

    private enum State {
        TRIED,
        CONFIRMED,
        CANCELLED,
        /** Cancelled before it was tried. */
        SUSPENDED
    }

    private final String table;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public TenantFence(String service, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.table = service + "_tcc_fence";
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A deadlock ends the local transaction as a whole, so the victim begins again, under the same branch: were it to
     * begin again further out, the coordinator would know of a branch that was never tried.
     */
    @Override
    public Object prepareFence(String xid, Long branchId, String action, Callback<Object> tryBranch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryOnce(xid, branchId, action, tryBranch);
            } catch (SkipCallbackWrapperException e) {
                if (attempt == TRIES || !(e.getCause() instanceof PessimisticLockingFailureException)) {
                    throw e;
                }
            }
        }
    }

    private Object tryOnce(String xid, Long branchId, String action, Callback<Object> tryBranch) {
        return transaction.execute(status -> {
            try {
                insert(xid, branchId, action, State.TRIED);
            } catch (DuplicateKeyException e) {
                status.setRollbackOnly();
                throw new SkipCallbackWrapperException(new LateTry(xid));
            }
            try {
                return tryBranch.execute();
            } catch (Throwable e) {
                status.setRollbackOnly();
                throw new SkipCallbackWrapperException(e);
            }
        });
    }

    @Override
    public boolean commitFence(Method confirm, Object bean, String xid, Long branchId, Object[] arguments) {
        return TenantContext.call(
                tenant(arguments),
                () -> transaction.execute(status -> {
                    State state = lock(xid, branchId)
                            .orElseThrow(() -> new IllegalStateException("confirm of " + xid + " without a try"));
                    return switch (state) {
                        case CONFIRMED -> true;
                        case TRIED -> {
                            boolean done = finish(confirm, bean, arguments, xid, branchId, State.CONFIRMED);
                            if (!done) {
                                status.setRollbackOnly();
                            }
                            yield done;
                        }
                        case CANCELLED, SUSPENDED -> {
                            log.error("{} branch {} is to be confirmed but is {}", xid, branchId, state);
                            yield false;
                        }
                    };
                }));
    }

    @Override
    public boolean rollbackFence(
            Method cancel, Object bean, String xid, Long branchId, Object[] arguments, String action) {
        return TenantContext.call(
                tenant(arguments),
                () -> transaction.execute(status -> {
                    Optional<State> state = lock(xid, branchId);
                    if (state.isEmpty()) {
                        return suspend(xid, branchId, action);
                    }
                    return switch (state.get()) {
                        case CANCELLED, SUSPENDED -> true;
                        case TRIED -> {
                            boolean done = finish(cancel, bean, arguments, xid, branchId, State.CANCELLED);
                            if (!done) {
                                status.setRollbackOnly();
                            }
                            yield done;
                        }
                        case CONFIRMED -> {
                            log.error("{} branch {} is to be cancelled but is CONFIRMED", xid, branchId);
                            yield false;
                        }
                    };
                }));
    }

    /** Never called: old rows are removed shard by shard by the kernel's own cleaning. */
    @Override
    public int deleteFenceByDate(Date before) {
        return 0;
    }

    private boolean suspend(String xid, Long branchId, String action) {
        try {
            insert(xid, branchId, action, State.SUSPENDED);
            return true;
        } catch (DuplicateKeyException e) {
            // The Try is running right now and will commit or not: the coordinator asks again.
            return false;
        }
    }

    private boolean finish(Method method, Object bean, Object[] arguments, String xid, Long branchId, State state) {
        jdbc.sql("UPDATE " + table
                        + " SET state = ?, modified_at = ? WHERE tenant_id = ? AND xid = ? AND branch_id = ?")
                .params(state.name(), now(), TenantContext.require().value(), xid, branchId)
                .update();
        try {
            Object result = method.invoke(bean, arguments);
            return switch (result) {
                case null -> true;
                case Boolean success -> success;
                default -> throw new IllegalStateException(method + " must answer a boolean");
            };
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(String xid, Long branchId, String action, State state) {
        jdbc.sql(
                        "INSERT INTO " + table
                                + " (tenant_id, xid, branch_id, action, state, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(TenantContext.require().value(), xid, branchId, action, state.name(), now(), now())
                .update();
    }

    private Optional<State> lock(String xid, Long branchId) {
        return jdbc.sql("SELECT state FROM " + table + " WHERE tenant_id = ? AND xid = ? AND branch_id = ? FOR UPDATE")
                .params(TenantContext.require().value(), xid, branchId)
                .query((row, n) -> State.valueOf(row.getString(1)))
                .optional();
    }

    private static TenantId tenant(Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(BusinessActionContext.class::isInstance)
                .map(context -> ((BusinessActionContext) context).getActionContext(TENANT_KEY))
                .filter(value -> value != null)
                .findFirst()
                .map(value -> TenantId.valueOf(value.toString()))
                .orElseThrow(() -> new IllegalStateException("the TCC action carries no " + TENANT_KEY));
    }

    private LocalDateTime now() {
        return ColumnTime.now(clock);
    }
}
