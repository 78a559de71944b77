package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.job.TenantJob;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.SalesOrderId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cancels orders of which nothing was delivered for so long that nobody waits for them any more: the stock and the credit
 * that they hold are somebody else's to use.
 */
@Component
class ExpiringOrders {

    private static final Logger log = LoggerFactory.getLogger(ExpiringOrders.class);

    /** What the order says of why it was cancelled. */
    static final String REASON = "expired";

    private final OrderBook orders;
    private final CancellingSalesOrder cancelling;
    private final Duration after;
    private final Clock clock;

    ExpiringOrders(
            OrderBook orders,
            CancellingSalesOrder cancelling,
            @Value("${abacus.trade.order-expiry.after}") Duration after,
            Clock clock) {
        this.orders = orders;
        this.cancelling = cancelling;
        this.after = after;
        this.clock = clock;
    }

    @TenantJob(name = "trade.order-expiry", cron = "${abacus.trade.order-expiry.times}")
    void expire() {
        List<SalesOrderId> due = orders.undeliveredSince(clock.instant().minus(after));
        while (!due.isEmpty() && due.stream().filter(this::cancel).count() > 0) {
            due = orders.undeliveredSince(clock.instant().minus(after));
        }
    }

    /** One that somebody delivers or cancels at this very moment is left to them. */
    private boolean cancel(SalesOrderId order) {
        try {
            cancelling.cancel(order, REASON, IdempotencyKey.none());
            log.info("order {} has expired", order);
            return true;
        } catch (EntityVersion.Stale e) {
            return false;
        } catch (DomainException e) {
            log.warn("order {} is due to expire and cannot be cancelled: {}", order, e.getMessage());
            return false;
        }
    }
}
