package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The purchase orders of the current tenant. */
public interface PurchaseOrders {

    Optional<PurchaseOrder> find(PurchaseOrderId id);

    void add(PurchaseOrder order);

    /**
     * Keeps the order's progress; its lines are as they were.
     *
     * @throws dev.abacus.kernel.web.EntityVersion.Stale when it has changed since it was read
     */
    void update(PurchaseOrder order);

    /** As {@link #update}, with other lines than before. */
    void updateWithLines(PurchaseOrder order);

    /** As {@link #update}, together with the receipt that changed the order. */
    void update(PurchaseOrder order, Receipt receipt);

    /** The oldest first. */
    List<Receipt> receipts(PurchaseOrderId order);

    /** An order without its lines, for lists. */
    record Sketch(
            PurchaseOrderId id,
            SupplierId supplier,
            PurchaseOrderStatus status,
            LocalDate expectedOn,
            Money total,
            Instant createdAt,
            int version) {}
}
