package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.promotion.PromotionExhausted;
import dev.abacus.trade.sales.PricedOrder;
import java.util.Map;

/** The order would come to something else than the customer was told. */
public final class PriceChanged extends DomainException {

    private PriceChanged(Money expected, Money now) {
        super(
                Kind.CONFLICT,
                "price-changed",
                "The order comes to " + now + " now, not " + expected,
                Map.of("expected", expected, "total", now));
    }

    /**
     * @param expected what the customer was told; null when he takes the price of the moment
     * @throws PromotionExhausted when it is dearer because a promotion is used up
     * @throws PriceChanged when it is another total for another reason
     */
    static void check(Money expected, PricedOrder priced) {
        if (expected == null || expected.equals(priced.total())) {
            return;
        }
        if (!priced.exhausted().isEmpty()) {
            throw new PromotionExhausted(priced.exhausted());
        }
        throw new PriceChanged(expected, priced.total());
    }
}
