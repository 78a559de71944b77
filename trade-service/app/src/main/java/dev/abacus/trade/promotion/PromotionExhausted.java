package dev.abacus.trade.promotion;

import dev.abacus.kernel.domain.DomainException;
import java.util.List;
import java.util.Map;

/** The promotion has no use left: all are taken, or this customer has had his. */
public final class PromotionExhausted extends DomainException {

    public PromotionExhausted(List<PromotionId> promotions) {
        super(
                Kind.REFUSED,
                "promotion-exhausted",
                "A promotion of this order has been used up. Ask for a new quote.",
                Map.of(
                        "promotions",
                        promotions.stream().map(PromotionId::toString).toList()));
    }
}
