package dev.abacus.trade.testing;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tcc.TenantFence;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;

/**
 * The branch of stock. It is one number a tenant: how many pieces of whatever are left. A test may make a
 * Confirm fail.
 */
@LocalTCC
public class TestStock {

    private final Map<TenantId, Stock> stocks = new ConcurrentHashMap<>();
    private volatile Runnable beforeConfirm = () -> {};

    /** How many pieces a tenant has, and how many of them are reserved by which order. */
    public static final class Stock {
        BigDecimal left = BigDecimal.valueOf(1_000_000);
        final Map<String, BigDecimal> reserved = new ConcurrentHashMap<>();
        final Map<String, BigDecimal> confirmed = new ConcurrentHashMap<>();
    }

    public void beforeConfirm(Runnable what) {
        beforeConfirm = what;
    }

    public void left(long pieces) {
        stock().left = BigDecimal.valueOf(pieces);
    }

    public boolean holdsNothing() {
        return stock().reserved.isEmpty() && stock().confirmed.isEmpty();
    }

    public boolean holds(String order) {
        return stock().confirmed.containsKey(order) && !stock().reserved.containsKey(order);
    }

    private Stock stock() {
        return stocks.computeIfAbsent(TenantContext.require(), tenant -> new Stock());
    }

    @TwoPhaseBusinessAction(
            name = "test.stock",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public boolean reserve(
            BusinessActionContext context,
            @BusinessActionContextParameter(TenantFence.TENANT_KEY) String tenantId,
            @BusinessActionContextParameter("orderId") String orderId,
            String pieces) {
        Stock stock = stock();
        synchronized (stock) {
            BigDecimal wanted = new BigDecimal(pieces);
            if (stock.left.compareTo(wanted) < 0) {
                throw new DomainException(
                        DomainException.Kind.CONFLICT, "insufficient-stock", "There are only " + stock.left);
            }
            stock.left = stock.left.subtract(wanted);
            stock.reserved.put(orderId, wanted);
        }
        return true;
    }

    public boolean confirm(BusinessActionContext context) {
        beforeConfirm.run();
        Stock stock = stock();
        String order = context.getActionContext("orderId").toString();
        stock.confirmed.put(order, stock.reserved.remove(order));
        return true;
    }

    public boolean cancel(BusinessActionContext context) {
        Stock stock = stock();
        BigDecimal freed =
                stock.reserved.remove(context.getActionContext("orderId").toString());
        synchronized (stock) {
            stock.left = freed == null ? stock.left : stock.left.add(freed);
        }
        return true;
    }
}
