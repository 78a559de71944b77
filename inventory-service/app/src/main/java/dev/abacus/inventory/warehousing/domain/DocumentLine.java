package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.kernel.domain.Quantity;

/**
 * One product on a paper.
 *
 * @param entered as somebody wrote it, in any unit of the product
 * @param stock the same in the stock unit
 * @param expected what the books said when it was counted, in the stock unit; null unless it is a count
 */
public record DocumentLine(int number, ProductId product, Quantity entered, Quantity stock, Quantity expected) {

    /** How much more was counted than the books said. */
    Quantity surplus() {
        return stock.minus(expected);
    }
}
