package dev.abacus.inventory.api;

import dev.abacus.kernel.domain.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper of the warehouse: what came, left, moved, was counted or put right.
 *
 * @param toWarehouse where a transfer goes; null otherwise
 * @param reference what it belongs to: an order's or a delivery's id; null when nothing
 * @param reverses the document that this one undoes; null otherwise
 */
public record StockDocumentView(
        String id,
        Kind kind,
        State state,
        String warehouse,
        String toWarehouse,
        LocalDate occurredOn,
        String reason,
        String reference,
        String reverses,
        List<Line> lines,
        Instant postedAt,
        int version) {

    public enum Kind {
        RECEIPT,
        ISSUE,
        TRANSFER,
        STOCKTAKE,
        ADJUSTMENT
    }

    public enum State {
        DRAFT,
        POSTED,
        REVERSED,
        /** Given up before it moved anything. */
        DISCARDED
    }

    /**
     * @param quantity as it was entered; what was counted, for a stocktake; signed, for an adjustment
     * @param expected what the books said when it was counted, in the stock unit; only for a stocktake
     */
    public record Line(int line, String sku, Quantity quantity, Quantity expected) {}
}
