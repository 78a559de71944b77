package dev.abacus.inventory.api;

/**
 * A stock level that was not what the ledger and the open reservations say.
 *
 * @param fixed whether it was put right; false when the run only reported, or when the ledger itself cannot be so
 */
public record LevelDifferenceView(
        String sku,
        String warehouse,
        Amount onHand,
        Amount ledgerOnHand,
        Amount reserved,
        Amount openReserved,
        boolean fixed) {}
