package dev.abacus.bench.plain;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.trade.api.events.SalesOrderPlaced;
import dev.abacus.trade.ordertocash.application.PlacementTransaction;
import dev.abacus.trade.party.Credit;
import dev.abacus.trade.promotion.PromotionQuota;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.domain.OrderHeader;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrders;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One local transaction: the order, its credit, its promotions' quota, its stock and its event, all or nothing. Order and
 * stock are written as what they end as, since nobody has to confirm them; the quota's book knows only reserved uses that
 * are then consumed.
 */
@Component
class LocalPlacement implements PlacementTransaction {

    private static final String NO_COORDINATOR = "LOCAL";

    private final SalesOrders orders;
    private final Credit credit;
    private final PromotionQuota quota;
    private final LocalStock stock;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LocalPlacement(
            SalesOrders orders,
            Credit credit,
            PromotionQuota quota,
            LocalStock stock,
            Events events,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.credit = credit;
        this.quota = quota;
        this.stock = stock;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(Placement placement) {
        transaction.executeWithoutResult(status -> {
            SalesOrder order = placed(placement);
            orders.add(order, placement.key(), placement.fingerprint());
            credit.reserve(
                    placement.customer(),
                    placement.priced().total(),
                    placement.order().toString());
            quota.reserve(
                    placement.order().value(),
                    placement.customer(),
                    placement.priced().promotions());
            stock.reserve(placement);
            quota.consume(placement.order().value());
            events.publish(told(order));
        });
    }

    @Override
    public String statusOf(String transaction) {
        return NO_COORDINATOR;
    }

    private SalesOrder placed(Placement placement) {
        Instant now = clock.instant();
        var header = OrderHeader.of(placement.request(), placement.priced().currency(), placement.author(), now);
        SalesOrder order = SalesOrder.placing(placement, header, NO_COORDINATOR, now);
        order.confirmPlacing(now);
        return order;
    }

    private static SalesOrderPlaced told(SalesOrder order) {
        return new SalesOrderPlaced(
                order.id().toString(),
                order.header().customer().toString(),
                order.progress().placedAt(),
                order.header().warehouse(),
                order.header().currency().getCurrencyCode(),
                order.priced().total().amount(),
                order.priced().lines().stream()
                        .map(line -> new SalesOrderPlaced.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code(),
                                line.unitPrice().amount(),
                                line.discount().amount()))
                        .toList());
    }
}
