package dev.abacus.inventory.api;

import java.math.BigDecimal;

/** So much of something in a unit, as the API tells it: without trailing zeros, never in scientific notation. */
public record Amount(BigDecimal amount, String unit) {

    public Amount {
        BigDecimal plain = amount.stripTrailingZeros();
        amount = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
