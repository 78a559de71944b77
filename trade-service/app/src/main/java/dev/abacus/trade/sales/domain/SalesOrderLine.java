package dev.abacus.trade.sales.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.sales.PricedOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** A line of a sales order: what was ordered at which price, and what became of it. */
public final class SalesOrderLine {

    private final PricedOrder.Line priced;
    private Quantity delivered;
    private Quantity returned;

    public SalesOrderLine(PricedOrder.Line priced, Quantity delivered, Quantity returned) {
        this.priced = priced;
        this.delivered = delivered;
        this.returned = returned;
    }

    static SalesOrderLine of(PricedOrder.Line priced) {
        Quantity none = Quantity.zero(priced.quantity().unit());
        return new SalesOrderLine(priced, none, none);
    }

    /** @return what the customer owes for it */
    Money deliver(Quantity quantity) {
        Quantity after = delivered.plus(quantity.positive());
        refuseBeyond(priced.quantity(), after, "over-delivery", "ordered");
        Money amount = worth(after).minus(worth(delivered));
        delivered = after;
        return amount;
    }

    /** @return what the customer owes less for it */
    Money takeBack(Quantity quantity) {
        Quantity after = returned.plus(quantity.positive());
        refuseBeyond(delivered, after, "over-return", "delivered");
        Money amount = worth(after).minus(worth(returned));
        returned = after;
        return amount;
    }

    /**
     * The part of the line's net that so much of it is worth. Shipments take the difference of two of these, so that the
     * rounding of the parts adds up to the line to the cent.
     */
    private Money worth(Quantity quantity) {
        BigDecimal part = quantity.amount().divide(priced.quantity().amount(), MathContext.DECIMAL128);
        return priced.net().times(part);
    }

    private void refuseBeyond(Quantity limit, Quantity after, String code, String what) {
        if (after.compareTo(limit) > 0) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    code,
                    "Line " + number() + " would come to " + after + ", more than the " + limit + " " + what,
                    Map.of("line", number(), "limit", limit));
        }
    }

    Money undelivered() {
        return priced.net().minus(worth(delivered));
    }

    Quantity open() {
        return priced.quantity().minus(delivered);
    }

    public int number() {
        return priced.number();
    }

    public PricedOrder.Line priced() {
        return priced;
    }

    public Quantity delivered() {
        return delivered;
    }

    public Quantity returned() {
        return returned;
    }
}
