package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.promotion.Basket;
import java.util.List;
import java.util.Map;

/** What a promotion takes off. */
public sealed interface DiscountRule permits Percentage, FullReduction, BuyXGetY {

    /**
     * What it takes off {@code lines}, by line number: only lines that have a part in it, never less than zero, never
     * more than the line's gross. Empty when the rule does not bite.
     *
     * @param lines in one currency, all in the promotion's scope, all still without a discount
     */
    Map<Integer, Money> discounts(List<Basket.Line> lines);
}
