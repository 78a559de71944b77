package dev.abacus.trade.purchasing.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.Parties;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.SupplierProfile;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.domain.OrderedLine;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import dev.abacus.trade.purchasing.domain.PurchaseTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what should be ordered of a supplier. The products are looked up before any transaction begins. */
@Service
public class DraftingPurchaseOrder {

    private static final String DRAFT = "purchase-order.draft";

    private final Parties parties;
    private final Catalogue catalogue;
    private final PurchaseOrders orders;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    DraftingPurchaseOrder(
            Parties parties,
            Catalogue catalogue,
            PurchaseOrders orders,
            Idempotency idempotency,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.parties = parties;
        this.catalogue = catalogue;
        this.orders = orders;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param expectedOn null for the day of approval and the supplier's lead time
     */
    public record Request(
            SupplierId supplier, String warehouse, LocalDate expectedOn, String note, List<OrderedLine> lines) {}

    public PurchaseOrderId draft(Request request, UserId author, IdempotencyKey key) {
        PurchaseTerms terms;
        try {
            terms = terms(request);
        } catch (DomainException refusal) {
            // A repeat gets its first answer, whatever has become of the products since.
            return idempotency.once(key, DRAFT, request, PurchaseOrderId.class, () -> {
                throw refusal;
            });
        }
        return idempotency.once(key, DRAFT, request, PurchaseOrderId.class, () -> {
            var id = new PurchaseOrderId(ids.next());
            orders.add(PurchaseOrder.draft(id, author, terms, clock.instant()));
            return id;
        });
    }

    public void redraft(PurchaseOrderId id, EntityVersion seen, Request request) {
        PurchaseTerms terms = terms(request);
        transaction.executeWithoutResult(status -> {
            PurchaseOrder draft = orders.find(id).orElseThrow(() -> new NotFound("purchase order", id));
            seen.mustBe(draft.version());
            draft.redraft(terms);
            orders.updateWithLines(draft);
        });
    }

    private PurchaseTerms terms(Request request) {
        SupplierProfile supplier = parties.supplier(request.supplier()).takesOrders();
        List<Sku> skus =
                request.lines().stream().map(OrderedLine::sku).distinct().toList();
        Products products = catalogue.find(skus).requireAll(skus);
        request.lines().forEach(line -> products.tradable(line.sku(), line.quantity()));
        return new PurchaseTerms(
                supplier.id(),
                supplier.currency(),
                request.warehouse(),
                request.expectedOn(),
                request.note(),
                request.lines());
    }
}
