package dev.abacus.trade.purchasing;

import dev.abacus.kernel.domain.Identifier;

/** A purchase order of the company. */
public record PurchaseOrderId(long value) implements Identifier {

    public PurchaseOrderId {
        Identifier.check(value);
    }

    public static PurchaseOrderId valueOf(String text) {
        return new PurchaseOrderId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
