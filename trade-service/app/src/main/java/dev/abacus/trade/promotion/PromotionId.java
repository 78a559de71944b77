package dev.abacus.trade.promotion;

import dev.abacus.kernel.domain.Identifier;

/** A promotion of the company. */
public record PromotionId(long value) implements Identifier {

    public PromotionId {
        Identifier.check(value);
    }

    public static PromotionId valueOf(String text) {
        return new PromotionId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
