package dev.abacus.trade.promotion;

import dev.abacus.kernel.domain.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What promotions take off a basket: at most one promotion a line.
 *
 * @param byLine the discount of each line that has one, by the line's number
 * @param exhausted promotions that would have taken something off had their quota not been used up
 */
public record Discounts(Map<Integer, LineDiscount> byLine, List<PromotionId> exhausted) {

    /** So much off a line, by this promotion. */
    public record LineDiscount(PromotionId promotion, Money amount) {}

    public Discounts {
        byLine = Map.copyOf(byLine);
        exhausted = List.copyOf(exhausted);
    }

    public Optional<LineDiscount> of(int line) {
        return Optional.ofNullable(byLine.get(line));
    }
}
