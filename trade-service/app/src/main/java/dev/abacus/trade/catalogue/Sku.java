package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.InvalidValue;

/** A product's code for trading: 1 to 64 characters, no blanks at its ends. */
public record Sku(String code) implements Comparable<Sku> {

    public Sku {
        if (code == null || code.isEmpty() || code.length() > 64 || !code.equals(code.strip())) {
            throw new InvalidValue("sku", "a SKU is 1 to 64 characters without blanks at its ends, not '" + code + "'");
        }
    }

    public static Sku of(String code) {
        return new Sku(code);
    }

    @Override
    public int compareTo(Sku other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
