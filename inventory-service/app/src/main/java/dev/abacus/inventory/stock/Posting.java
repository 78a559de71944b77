package dev.abacus.inventory.stock;

import java.util.List;

/**
 * Movements that happen together or not at all.
 *
 * @param source what posts them, for the ledger to name
 * @param order the order whose reservations the outgoing movements use up; null when none
 */
public record Posting(String source, String order, List<Movement> movements) {

    public Posting {
        movements = List.copyOf(movements);
    }
}
