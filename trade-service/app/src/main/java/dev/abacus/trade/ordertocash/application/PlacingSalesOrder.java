package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.idempotency.IdempotencyKeyReused;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.sales.KeyTaken;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.PlacedBefore;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.Quoting;
import dev.abacus.trade.sales.SalesOrderId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places a sales order: prices it, takes promotions off, then reserves credit, promotion quota and stock for it in one
 * global transaction. Afterwards the order is placed, or nothing is reserved and the caller knows why.
 *
 * <p>The idempotency key lives on the order itself, for the order outlasts any one local transaction: a key is spent by
 * an order that is placed or being placed, and free again when that came to nothing, so that the same request may be
 * sent again after {@code insufficient-stock}.
 */
@Service
public class PlacingSalesOrder {

    private final Quoting quoting;
    private final OrderBook orders;
    private final PlacementTransaction global;
    private final Settlement settlement;
    private final RequestFingerprint fingerprint;
    private final TransactionTemplate local;
    private final Ids ids;

    PlacingSalesOrder(
            Quoting quoting,
            OrderBook orders,
            PlacementTransaction global,
            Settlement settlement,
            RequestFingerprint fingerprint,
            TransactionTemplate local,
            Ids ids) {
        this.quoting = quoting;
        this.orders = orders;
        this.global = global;
        this.settlement = settlement;
        this.fingerprint = fingerprint;
        this.local = local;
        this.ids = ids;
    }

    /**
     * @throws IdempotencyKeyReused when the key was used for another request
     * @throws PlacementInProgress when the first request with the key is still being worked on
     * @throws OutcomeUnknown when it is not known in time whether the order holds
     * @throws DomainException when the order cannot be placed; nothing is reserved then
     */
    public SalesOrderId place(PlaceOrder order, IdempotencyKey key) {
        String asked = fingerprint.of(order);
        Optional<SalesOrderId> before = before(key, asked);
        if (before.isPresent()) {
            return before.get();
        }
        PricedOrder priced = quoting.quote(order.request());
        PriceChanged.check(order.expectedTotal(), priced);
        var placement = new Placement(
                new SalesOrderId(ids.next()),
                null,
                order.request(),
                priced,
                order.author(),
                key.value(),
                key.isPresent() ? asked : null);
        try {
            return settle(placement);
        } catch (KeyTaken e) {
            // Somebody was faster with the same key, after we had looked.
            return before(key, asked).orElseThrow(() -> new PlacementInProgress(placement.order()));
        }
    }

    /** Places a draft, at the prices of this moment. */
    public SalesOrderId placeDraft(SalesOrderId draft, EntityVersion seen, UserId author) {
        OrderRequest request = orders.draft(draft);
        PricedOrder priced = quoting.quote(request);
        return settle(new Placement(draft, seen.number(), request, priced, author, null, null));
    }

    private Optional<SalesOrderId> before(IdempotencyKey key, String asked) {
        Optional<PlacedBefore> before = find(key, asked);
        if (before.isPresent() && before.get().inProgress()) {
            SalesOrderId order = before.get().order();
            if (!settlement.reached(order)) {
                throw new PlacementInProgress(order);
            }
            // It may have come to nothing, and then its key is free again.
            before = find(key, asked);
        }
        return before.map(PlacedBefore::order);
    }

    private Optional<PlacedBefore> find(IdempotencyKey key, String asked) {
        Optional<PlacedBefore> before = Optional.ofNullable(key.value()).flatMap(orders::placedUnder);
        if (before.isPresent() && !before.get().fingerprint().equals(asked)) {
            throw new IdempotencyKeyReused();
        }
        return before;
    }

    private SalesOrderId settle(Placement placement) {
        SalesOrderId order = placement.order();
        try {
            global.run(placement);
        } catch (DomainException e) {
            local.executeWithoutResult(status -> orders.explain(order, e.code()));
            throw e;
        }
        if (!settlement.reached(order)) {
            throw new OutcomeUnknown(order);
        }
        return order;
    }
}
