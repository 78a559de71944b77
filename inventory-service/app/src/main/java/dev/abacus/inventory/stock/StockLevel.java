package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Quantity;

/**
 * How much of a product is in a warehouse. What is reserved is never more than what is there (I4).
 *
 * @param id orders levels as they came to be
 */
public record StockLevel(long id, StockKey key, Quantity onHand, Quantity reserved) {

    /** What is there and promised to nobody. */
    public Quantity available() {
        return onHand.minus(reserved);
    }
}
