package dev.abacus.inventory.api;

import dev.abacus.kernel.domain.Quantity;

/**
 * A stock level that was not what the ledger and the open reservations say.
 *
 * @param fixed whether it was put right; false when the run only reported, or when the ledger itself cannot be so
 */
public record LevelDifferenceView(
        String sku,
        String warehouse,
        Quantity onHand,
        Quantity ledgerOnHand,
        Quantity reserved,
        Quantity openReserved,
        boolean fixed) {}
