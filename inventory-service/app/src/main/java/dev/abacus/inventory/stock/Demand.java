package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;

/** Stock that an order needs, all of it or none. */
public record Demand(ReservationId id, String order, List<Line> lines) {

    /** @param quantity more than zero, in the stock unit */
    public record Line(int number, StockKey key, Quantity quantity) {
        public Line {
            quantity.positive();
        }
    }

    public Demand {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new InvalidValue("lines", "a reservation has at least one line");
        }
    }
}
