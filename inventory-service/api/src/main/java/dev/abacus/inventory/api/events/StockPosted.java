package dev.abacus.inventory.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Stock moved. The movements are what was added to the ledger in one transaction.
 *
 * @param source what posted them: {@code document-<id>}, or {@code history-<import>-<chunk>}
 * @param reference what it belongs to in another service, such as an order's id; null when nothing
 */
@EventType("inventory.stock-posted.v1")
public record StockPosted(String source, String reference, List<Movement> movements) implements DomainEvent {

    /**
     * @param quantity signed, in the product's stock unit
     * @param reason why, as a code
     */
    public record Movement(
            String sku, String warehouse, LocalDate occurredOn, BigDecimal quantity, String unit, String reason) {}

    @Override
    public String aggregate() {
        return "stock-" + source;
    }
}
