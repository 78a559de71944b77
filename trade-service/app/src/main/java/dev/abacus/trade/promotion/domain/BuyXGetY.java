package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.promotion.Basket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of every {@code buy + get} units on a line, {@code get} are free. Each line counts for itself, and a line in another
 * unit has no part in it: three bottles for two does not make a third crate free.
 */
public record BuyXGetY(Quantity buy, Quantity get) implements DiscountRule {

    public BuyXGetY {
        buy.positive();
        get.positive();
        if (!buy.unit().equals(get.unit())) {
            throw new InvalidValue("get", "what is bought and what is free are in one unit");
        }
    }

    @Override
    public Map<Integer, Money> discounts(List<Basket.Line> lines) {
        Map<Integer, Money> discounts = new LinkedHashMap<>();
        for (Basket.Line line : lines) {
            Quantity free = free(line.quantity());
            if (free.isPositive()) {
                discounts.put(
                        line.number(), line.unitPrice().times(free.amount()).min(line.gross()));
            }
        }
        return discounts;
    }

    private Quantity free(Quantity quantity) {
        if (!quantity.unit().equals(buy.unit())) {
            return Quantity.zero(buy.unit());
        }
        BigDecimal groups = quantity.amount().divide(buy.plus(get).amount(), 0, RoundingMode.DOWN);
        return new Quantity(get.amount().multiply(groups), buy.unit());
    }
}
