package dev.abacus.trade.sales.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.Quoting;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.domain.OrderHeader;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrders;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes an order down, at the prices of now, without placing it. Quoting asks a neighbour and holds no transaction. */
@Service
public class DraftingSalesOrder {

    private static final String DRAFT = "sales-order.draft";

    private final Quoting quoting;
    private final SalesOrders orders;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    DraftingSalesOrder(
            Quoting quoting,
            SalesOrders orders,
            Idempotency idempotency,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.quoting = quoting;
        this.orders = orders;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    public SalesOrderId draft(OrderRequest request, UserId author, IdempotencyKey key) {
        PricedOrder priced;
        try {
            priced = quoting.quote(request);
        } catch (DomainException refusal) {
            // A repeat gets its first answer, whatever has become of the products since.
            return idempotency.once(key, DRAFT, request, SalesOrderId.class, () -> {
                throw refusal;
            });
        }
        return idempotency.once(key, DRAFT, request, SalesOrderId.class, () -> {
            var id = new SalesOrderId(ids.next());
            OrderHeader header = OrderHeader.of(request, priced.currency(), author, clock.instant());
            orders.add(SalesOrder.draft(id, header, priced));
            return id;
        });
    }

    public void redraft(SalesOrderId id, EntityVersion seen, OrderRequest request) {
        PricedOrder priced = quoting.quote(request);
        transaction.executeWithoutResult(status -> {
            SalesOrder draft = orders.find(id).orElseThrow(() -> new NotFound("sales order", id));
            seen.mustBe(draft.header().version());
            orders.updateWithLines(draft.redraft(request, priced));
        });
    }
}
