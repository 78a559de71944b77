package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.promotion.Basket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A fixed sum off what the lines come to together, once they reach a threshold, shared out over them by what each costs.
 *
 * @param repeat whether it is taken off once, or for every full threshold in the sum
 */
public record FullReduction(Money reduction, Money threshold, Repeat repeat) implements DiscountRule {

    /** How often the reduction is taken off. */
    public enum Repeat {
        ONCE,
        EVERY
    }

    public FullReduction {
        if (reduction.isNegative() || reduction.isZero() || reduction.compareTo(threshold) > 0) {
            throw new InvalidValue("reduction", "a reduction is more than zero and at most its threshold");
        }
    }

    @Override
    public Map<Integer, Money> discounts(List<Basket.Line> lines) {
        return Shares.gross(lines)
                .filter(gross -> gross.currency().equals(threshold.currency()))
                .filter(gross -> gross.compareTo(threshold) >= 0)
                .map(gross -> Shares.of(reduction.times(times(gross)), lines))
                .orElse(Map.of());
    }

    private BigDecimal times(Money gross) {
        return repeat == Repeat.ONCE ? BigDecimal.ONE : gross.amount().divide(threshold.amount(), 0, RoundingMode.DOWN);
    }
}
