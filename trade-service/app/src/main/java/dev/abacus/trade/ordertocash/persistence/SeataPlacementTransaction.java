package dev.abacus.trade.ordertocash.persistence;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.trade.ordertocash.application.CoordinatorUnavailable;
import dev.abacus.trade.ordertocash.application.OutcomeUnknown;
import dev.abacus.trade.ordertocash.application.PlacementTransaction;
import dev.abacus.trade.ordertocash.application.StockReservations;
import dev.abacus.trade.sales.Placement;
import java.time.Duration;
import org.apache.seata.common.exception.FrameworkException;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.apache.seata.tm.api.TransactionalExecutor;
import org.apache.seata.tm.api.TransactionalExecutor.ExecutionException;
import org.apache.seata.tm.api.TransactionalTemplate;
import org.apache.seata.tm.api.transaction.TransactionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The global transaction by Seata. It is run by the template and not by {@code @GlobalTransactional}, because the
 * template says at which step it failed: before anything happened, or after the coordinator was told to commit.
 */
@Component
class SeataPlacementTransaction implements PlacementTransaction {

    private static final Logger log = LoggerFactory.getLogger(SeataPlacementTransaction.class);

    private final SalesOrderPlacement here;
    private final StockReservations stock;
    private final Duration timeout;
    private final TransactionalTemplate template = new TransactionalTemplate();

    SeataPlacementTransaction(
            SalesOrderPlacement here,
            StockReservations stock,
            @Value("${abacus.trade.placement.timeout}") Duration timeout) {
        this.here = here;
        this.stock = stock;
        this.timeout = timeout;
    }

    @Override
    public void run(Placement placement) {
        Branches branches = new Branches(placement);
        try {
            template.execute(branches);
        } catch (ExecutionException e) {
            throw switch (e.getCode()) {
                case BeginFailure -> new CoordinatorUnavailable(e.getCause());
                case RollbackDone, Rollbacking, RollbackFailure -> reason(e);
                case CommitFailure, ReportFailure, Unknown -> unknown(placement, e);
            };
        } catch (RuntimeException e) {
            // What a branch throws comes wrapped, so this is the client's own: it has no connection, or is just losing
            // it.
            throw branches.begun ? unknown(placement, e) : new CoordinatorUnavailable(e);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutcomeUnknown unknown(Placement placement, Exception e) {
        log.warn("order {}: the coordinator did not answer the commit", placement.order(), e);
        return new OutcomeUnknown(placement.order());
    }

    /** What a branch threw. Otherwise it took the coordinator too long, or it was gone when a branch registered. */
    private static RuntimeException reason(ExecutionException e) {
        return switch (e.getOriginalException()) {
            case FrameworkException gone -> new CoordinatorUnavailable(gone);
            case RuntimeException thrown -> thrown;
            case null, default -> new CoordinatorUnavailable(e);
        };
    }

    @Override
    public String statusOf(String transaction) {
        try {
            return GlobalTransactionContext.reload(transaction).getStatus().name();
        } catch (TransactionException | RuntimeException e) {
            return "UNREACHABLE";
        }
    }

    private final class Branches implements TransactionalExecutor {

        private final Placement placement;
        private boolean begun;

        Branches(Placement placement) {
            this.placement = placement;
        }

        @Override
        public Object execute() {
            begun = true;
            // This service first: what is refused here for credit or quota never troubles a neighbour.
            here.attempt(
                    null, TenantContext.require().toString(), placement.order().toString(), placement);
            stock.reserve(placement);
            return null;
        }

        @Override
        public TransactionInfo getTransactionInfo() {
            var info = new TransactionInfo();
            info.setName("place-sales-order");
            info.setTimeOut(Math.toIntExact(timeout.toMillis()));
            return info;
        }
    }
}
