package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.promotion.Basket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** So many percent off: rounded once for all lines together, then shared out, so that the customer's sum is right. */
public record Percentage(BigDecimal percent) implements DiscountRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentage {
        if (percent.signum() <= 0
                || percent.compareTo(HUNDRED) > 0
                || percent.stripTrailingZeros().scale() > 4) {
            throw new InvalidValue("percent", "a percentage is more than 0, at most 100, with at most 4 decimals");
        }
    }

    @Override
    public Map<Integer, Money> discounts(List<Basket.Line> lines) {
        return Shares.gross(lines)
                .map(gross -> Shares.of(gross.times(percent.movePointLeft(2)), lines))
                .orElse(Map.of());
    }
}
