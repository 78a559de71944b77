package dev.abacus.inventory.warehousing.messaging;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.warehousing.application.PostingHistory;
import dev.abacus.inventory.warehousing.domain.History;
import dev.abacus.kernel.inbox.Consumes;
import dev.abacus.trade.api.events.SalesHistoryPosted;
import org.springframework.stereotype.Component;

/** Hears of sales of the past. A consumer of its own, so that an import does not keep today's deliveries waiting. */
@Component
class HistoryConsumer {

    private final PostingHistory posting;

    HistoryConsumer(PostingHistory posting) {
        this.posting = posting;
    }

    @Consumes(consumer = "inventory.sales-history")
    void on(SalesHistoryPosted event) {
        posting.post(
                "history-" + event.importId() + "-" + event.chunk(),
                event.rows().stream()
                        .map(row -> new History.Sale(row.date(), Sku.of(row.sku()), row.quantity(), row.promotion()))
                        .toList());
    }
}
