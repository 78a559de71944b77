package dev.abacus.inventory.api;

import dev.abacus.kernel.domain.Quantity;
import java.util.List;

/**
 * Stock held for an order.
 *
 * @param state {@code TRIED} until the order's transaction ends, then {@code ACTIVE} or {@code RELEASED};
 *     {@code CONSUMED} when all of it was delivered
 */
public record ReservationView(String id, String orderId, String warehouse, State state, List<Line> lines) {

    public enum State {
        TRIED,
        ACTIVE,
        CONSUMED,
        RELEASED
    }

    /**
     * One product's part, in its stock unit.
     *
     * @param open what is still held: the quantity less what was delivered or given back
     */
    public record Line(int line, String sku, Quantity quantity, Quantity open) {}
}
