package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A chunk of past sales was imported: each row is a delivery of its own date, in the product's stock unit.
 * The chunks of one import are in order, and a chunk's number names it for good, also when the import is resumed.
 */
@EventType("trade.sales-history-posted.v1")
public record SalesHistoryPosted(String importId, int chunk, List<Row> rows) implements DomainEvent {

    public record Row(LocalDate date, String sku, BigDecimal quantity, boolean promotion) {}

    @Override
    public String aggregate() {
        return "sales-history-" + importId;
    }
}
