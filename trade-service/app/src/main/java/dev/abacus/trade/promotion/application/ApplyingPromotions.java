package dev.abacus.trade.promotion.application;

import dev.abacus.trade.promotion.Basket;
import dev.abacus.trade.promotion.Discounts;
import dev.abacus.trade.promotion.Promotions;
import dev.abacus.trade.promotion.domain.OnePromotionPerLine;
import dev.abacus.trade.promotion.domain.PromotionBook;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Takes off what the promotions of this moment take off. */
@Service
class ApplyingPromotions implements Promotions {

    private final OnePromotionPerLine stacking = new OnePromotionPerLine();
    private final PromotionBook promotions;
    private final Clock clock;

    ApplyingPromotions(PromotionBook promotions, Clock clock) {
        this.promotions = promotions;
        this.clock = clock;
    }

    @Override
    public Discounts discounts(Basket basket) {
        return stacking.apply(promotions.holding(clock.instant(), basket.customer()), basket);
    }
}
