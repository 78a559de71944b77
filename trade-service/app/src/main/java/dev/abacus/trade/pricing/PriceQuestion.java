package dev.abacus.trade.pricing;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;

/** What does so much of this cost? */
public record PriceQuestion(Sku sku, Quantity quantity) {

    public PriceQuestion {
        quantity.positive();
    }
}
