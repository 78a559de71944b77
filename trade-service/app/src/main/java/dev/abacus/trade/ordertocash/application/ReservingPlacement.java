package dev.abacus.trade.ordertocash.application;

import dev.abacus.trade.party.Credit;
import dev.abacus.trade.promotion.PromotionQuota;
import dev.abacus.trade.sales.Ended;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.SalesOrderId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What this service does for a placement, in three local transactions of its own: try, then confirm or cancel. Credit,
 * quota and order share one database, so they share one branch (ADR 0040). Whoever calls makes sure that each step
 * happens once; a global transaction does so by its fence.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReservingPlacement {

    private final Credit credit;
    private final PromotionQuota quota;
    private final OrderBook orders;

    ReservingPlacement(Credit credit, PromotionQuota quota, OrderBook orders) {
        this.credit = credit;
        this.quota = quota;
        this.orders = orders;
    }

    /** Reserves the credit and the quota and enters the order as being placed. */
    public void attempt(Placement placement, String transaction) {
        // The order first: its key makes a second request with the same key wait here, before it reserves anything.
        orders.beginPlacing(placement, transaction);
        String reference = placement.order().toString();
        credit.reserve(placement.customer(), placement.priced().total(), reference);
        quota.reserve(
                placement.order().value(),
                placement.customer(),
                placement.priced().promotions());
    }

    /** The order holds. Its credit stays reserved until it is delivered. */
    public void confirm(SalesOrderId order) {
        orders.confirmPlacing(order);
        quota.consume(order.value());
    }

    /** The order comes to nothing. */
    public void cancel(SalesOrderId order) {
        Ended ended = orders.abandonPlacing(order);
        credit.release(ended.customer(), ended.undelivered(), order.toString());
        quota.release(order.value());
    }
}
