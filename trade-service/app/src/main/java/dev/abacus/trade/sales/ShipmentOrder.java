package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goods of an order that moved.
 *
 * @param warehouse the code of the warehouse that they left or came back to; null for the order's
 * @param reason why they came back; null for a delivery
 * @param lines how much of each line, by its number; empty for all that is left to deliver
 */
public record ShipmentOrder(LocalDate on, String warehouse, String reason, Map<Integer, Quantity> lines) {

    public ShipmentOrder {
        // Sorted, so that a repeat of the request is written alike and recognised.
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
    }
}
