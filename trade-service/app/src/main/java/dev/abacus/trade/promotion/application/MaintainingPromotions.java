package dev.abacus.trade.promotion.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.domain.DiscountRule;
import dev.abacus.trade.promotion.domain.Promotion;
import dev.abacus.trade.promotion.domain.PromotionBook;
import dev.abacus.trade.promotion.domain.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes promotions and changes their terms. */
@Service
public class MaintainingPromotions {

    private final PromotionBook promotions;
    private final Idempotency idempotency;
    private final Ids ids;

    MaintainingPromotions(PromotionBook promotions, Idempotency idempotency, Ids ids) {
        this.promotions = promotions;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /** A promotion to make. */
    public record NewPromotion(String code, DiscountRule rule, Scope scope, Promotion.Terms terms) {}

    /** @param request what was asked for, in the words of whoever asked, to recognise a repeat */
    public PromotionId make(NewPromotion wanted, Object request, IdempotencyKey key) {
        return idempotency.once(key, "promotion.make", request, PromotionId.class, () -> {
            var id = new PromotionId(ids.next());
            promotions.add(new Promotion(id, wanted.code(), wanted.rule(), wanted.scope(), wanted.terms(), 0));
            return id;
        });
    }

    @Transactional
    public void change(PromotionId id, EntityVersion seen, Promotion.Terms terms) {
        Promotion promotion = promotions
                .find(id)
                .map(PromotionBook.Booked::promotion)
                .orElseThrow(() -> new NotFound("promotion", id));
        seen.mustBe(promotion.version());
        promotion.change(terms);
        promotions.update(promotion);
    }
}
