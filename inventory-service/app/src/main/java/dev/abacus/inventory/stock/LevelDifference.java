package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Quantity;

/**
 * A level that did not say what the books say.
 *
 * @param onHand what the level said
 * @param ledgerOnHand the ledger's sum
 * @param reserved what the level said
 * @param openReserved what open reservations sum up to
 * @param fixed whether the level was made to agree
 */
public record LevelDifference(
        long id,
        StockKey key,
        Quantity onHand,
        Quantity ledgerOnHand,
        Quantity reserved,
        Quantity openReserved,
        boolean fixed) {}
