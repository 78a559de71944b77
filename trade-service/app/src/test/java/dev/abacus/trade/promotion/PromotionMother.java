package dev.abacus.trade.promotion;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.promotion.domain.DiscountRule;
import dev.abacus.trade.promotion.domain.FullReduction;
import dev.abacus.trade.promotion.domain.Percentage;
import dev.abacus.trade.promotion.domain.Promotion;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.promotion.domain.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Promotions and baskets that tests work with. */
public final class PromotionMother {

    public static final CustomerId ANNA = new CustomerId(7);
    private static final Validity ALWAYS = Validity.since(Instant.parse("2020-01-01T00:00:00Z"));

    private PromotionMother() {}

    public static Money yuan(String amount) {
        return Money.of(amount, "CNY");
    }

    public static Percentage percent(String percent) {
        return new Percentage(new BigDecimal(percent));
    }

    public static FullReduction off(String reduction, String threshold, FullReduction.Repeat repeat) {
        return new FullReduction(yuan(reduction), yuan(threshold), repeat);
    }

    public static Promotion promotion(long id, DiscountRule rule, Scope scope, int priority, Quota quota) {
        return new Promotion(
                new PromotionId(id),
                "P-" + id,
                rule,
                scope,
                new Promotion.Terms("Promotion " + id, ALWAYS, priority, quota),
                0);
    }

    public static Promotion promotion(long id, DiscountRule rule, int priority) {
        return promotion(id, rule, Scope.ALL, priority, Quota.UNLIMITED);
    }

    public static Basket.Line line(int number, String sku, int pieces, String unitPrice) {
        return new Basket.Line(
                number, ProductMother.product(sku), Quantity.of(pieces, ProductMother.PCS), yuan(unitPrice));
    }

    public static Basket basket(Basket.Line... lines) {
        return new Basket(ANNA, PartyMother.CNY, List.of(lines));
    }

    /** Lines of one piece each, with these prices in cents. */
    public static List<Basket.Line> lines(List<Integer> cents) {
        List<Basket.Line> lines = new ArrayList<>();
        for (int price : cents) {
            lines.add(line(
                    lines.size() + 1,
                    "S" + lines.size(),
                    1,
                    BigDecimal.valueOf(price, 2).toPlainString()));
        }
        return lines;
    }
}
