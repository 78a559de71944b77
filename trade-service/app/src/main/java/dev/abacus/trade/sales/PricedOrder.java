package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.promotion.PromotionId;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an order comes to: each line with its price and its discount as they are at this moment.
 *
 * @param exhausted promotions that would have made it cheaper had they not been used up
 */
public record PricedOrder(Currency currency, List<Line> lines, List<PromotionId> exhausted) {

    public PricedOrder {
        lines = List.copyOf(lines);
        exhausted = List.copyOf(exhausted);
    }

    /**
     * One line, numbered from 1.
     *
     * @param promotion whose discount it is; null when there is none
     */
    public record Line(
            int number,
            Sku sku,
            Quantity quantity,
            Money unitPrice,
            PriceListId priceList,
            Money discount,
            PromotionId promotion) {

        public Money gross() {
            return unitPrice.times(quantity.amount());
        }

        public Money net() {
            return gross().minus(discount);
        }
    }

    public Money gross() {
        return sum(Line::gross);
    }

    public Money discount() {
        return sum(Line::discount);
    }

    /** What the customer pays. */
    public Money total() {
        return sum(Line::net);
    }

    /** The promotions that make it cheaper. */
    public Set<PromotionId> promotions() {
        return lines.stream()
                .map(Line::promotion)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Money sum(Function<Line, Money> amount) {
        return lines.stream().map(amount).reduce(Money.zero(currency), Money::plus);
    }
}
