package dev.abacus.trade.promotion;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Product;
import dev.abacus.trade.party.CustomerId;
import java.util.Currency;
import java.util.List;

/** Priced lines that promotions may take something off. */
public record Basket(CustomerId customer, Currency currency, List<Line> lines) {

    public Basket {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number unique in the basket
     * @param unitPrice for one of the quantity's unit
     */
    public record Line(int number, Product product, Quantity quantity, Money unitPrice) {

        /** What the line costs before promotions. */
        public Money gross() {
            return unitPrice.times(quantity.amount());
        }
    }
}
