package dev.abacus.inventory.api;

import dev.abacus.kernel.domain.Quantity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One movement of stock. Entries are never changed; a mistake is undone by an entry the other way.
 *
 * @param quantity signed: what came in is more than zero
 * @param occurredOn the business day that it counts for
 * @param reason why, as a code: {@code sale}, {@code purchase}, {@code loss} …
 * @param source what posted it: a document's id, or an import's
 */
public record LedgerEntryView(
        String id,
        String sku,
        String warehouse,
        LocalDate occurredOn,
        Quantity quantity,
        String reason,
        String source,
        Instant postedAt) {}
