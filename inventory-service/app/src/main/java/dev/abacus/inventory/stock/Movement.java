package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import java.time.LocalDate;

/**
 * Stock that came or went.
 *
 * @param quantity in the stock unit; more than zero for what came, less for what went
 * @param occurredOn the business day that it counts for
 */
public record Movement(StockKey key, Quantity quantity, LocalDate occurredOn, Reason reason) {

    public Movement {
        if (quantity.isZero()) {
            throw new InvalidValue("quantity", "nothing moved");
        }
    }
}
