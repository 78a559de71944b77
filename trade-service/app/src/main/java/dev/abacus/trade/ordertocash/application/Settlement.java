package dev.abacus.trade.ordertocash.application;

import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.SalesOrderId;
import java.time.Duration;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Waits for a placement to be over. The coordinator has usually confirmed every branch when it answers the commit; only
 * when a branch did not answer it does so later, and a caller deserves a moment of waiting before he is sent away.
 */
@Component
class Settlement {

    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final OrderBook orders;
    private final RetryTemplate looks = new RetryTemplate(RetryPolicy.builder()
            .delay(Duration.ofMillis(20))
            .multiplier(2)
            .maxDelay(Duration.ofMillis(300))
            .maxRetries(Long.MAX_VALUE)
            .timeout(AT_MOST)
            .includes(StillPlacing.class)
            .build());

    Settlement(OrderBook orders) {
        this.orders = orders;
    }

    /** Whether it is over, perhaps after some waiting. */
    boolean reached(SalesOrderId order) {
        try {
            looks.execute(() -> {
                if (orders.isBeingPlaced(order)) {
                    throw new StillPlacing();
                }
                return order;
            });
            return true;
        } catch (RetryException e) {
            return false;
        }
    }

    private static final class StillPlacing extends RuntimeException {
        StillPlacing() {
            super(null, null, false, false);
        }
    }
}
