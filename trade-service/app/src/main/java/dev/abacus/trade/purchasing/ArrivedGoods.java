package dev.abacus.trade.purchasing;

import dev.abacus.kernel.domain.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goods of a purchase order that arrived.
 *
 * @param warehouse the code of the warehouse that took them; null for the order's
 * @param lines how much of each line, by its number; empty for all that is still expected
 */
public record ArrivedGoods(LocalDate on, String warehouse, Map<Integer, Quantity> lines) {

    public ArrivedGoods {
        // Sorted, so that a repeat of the request is written alike and recognised.
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
    }
}
