package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Identifier;

/** A sales order of the company. */
public record SalesOrderId(long value) implements Identifier {

    public SalesOrderId {
        Identifier.check(value);
    }

    public static SalesOrderId valueOf(String text) {
        return new SalesOrderId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
