package dev.abacus.inventory.stock;

import java.time.Instant;

/** A movement as it stands in the ledger. */
public record LedgerEntry(long id, Movement movement, String source, Instant postedAt) {}
