package dev.abacus.trade.ordertocash;

import dev.abacus.kernel.domain.Identifier;

/** A payment of a customer, or a refund to one. */
public record PaymentId(long value) implements Identifier {

    public PaymentId {
        Identifier.check(value);
    }

    public static PaymentId valueOf(String text) {
        return new PaymentId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
