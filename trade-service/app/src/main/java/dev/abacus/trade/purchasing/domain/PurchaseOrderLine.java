package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Quantity;
import java.util.Map;

/** A line of a purchase order: what was ordered, and how much of it arrived. */
public final class PurchaseOrderLine {

    private final int number;
    private final OrderedLine ordered;
    private Quantity received;

    public PurchaseOrderLine(int number, OrderedLine ordered, Quantity received) {
        this.number = number;
        this.ordered = ordered;
        this.received = received;
    }

    static PurchaseOrderLine of(int number, OrderedLine ordered) {
        return new PurchaseOrderLine(
                number, ordered, Quantity.zero(ordered.quantity().unit()));
    }

    void receive(Quantity quantity) {
        Quantity after = received.plus(quantity.positive());
        if (after.compareTo(ordered.quantity()) > 0) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "over-receipt",
                    "Line " + number + " would come to " + after + ", more than the " + ordered.quantity() + " ordered",
                    Map.of("line", number, "limit", ordered.quantity()));
        }
        received = after;
    }

    Quantity open() {
        return ordered.quantity().minus(received);
    }

    public int number() {
        return number;
    }

    public OrderedLine ordered() {
        return ordered;
    }

    public Quantity received() {
        return received;
    }
}
