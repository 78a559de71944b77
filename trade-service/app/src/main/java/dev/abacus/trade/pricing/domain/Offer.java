package dev.abacus.trade.pricing.domain;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.pricing.Price;

/** A price in a list: one of the candidates that {@link BestOffer} chooses from. */
record Offer(PriceList list, PriceBreak price) {

    Price asPriceFor(Quantity quantity) {
        return new Price(
                price.sku(), quantity, price.price(), list.id(), list.code(), list.isCustomerSpecific(), price.from());
    }
}
