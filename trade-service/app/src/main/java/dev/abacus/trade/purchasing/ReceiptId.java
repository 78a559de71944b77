package dev.abacus.trade.purchasing;

import dev.abacus.kernel.domain.Identifier;

/** A receipt of goods on a purchase order. */
public record ReceiptId(long value) implements Identifier {

    public ReceiptId {
        Identifier.check(value);
    }

    public static ReceiptId valueOf(String text) {
        return new ReceiptId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
