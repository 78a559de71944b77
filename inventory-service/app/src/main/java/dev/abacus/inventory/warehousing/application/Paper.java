package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.kernel.domain.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper as somebody writes it: in SKUs, codes and any unit.
 *
 * @param warehouse the main one when null
 * @param toWarehouse where a transfer goes; null otherwise
 * @param reason the kind's own when null
 * @param reference what it belongs to; null when nothing
 * @param origin what of another service it records; null when it is written by hand
 */
public record Paper(
        DocumentKind kind,
        String warehouse,
        String toWarehouse,
        LocalDate occurredOn,
        Reason reason,
        String reference,
        String origin,
        List<Line> lines) {

    public record Line(Sku sku, Quantity quantity) {}
}
