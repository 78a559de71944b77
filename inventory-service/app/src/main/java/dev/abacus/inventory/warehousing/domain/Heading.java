package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.InvalidValue;
import java.time.LocalDate;

/**
 * What holds for a whole paper.
 *
 * @param toWarehouse where a transfer goes; null otherwise
 * @param occurredOn the business day that it counts for
 * @param reference what it belongs to, such as an order; null when nothing
 * @param origin what of another service it records, once only; null when somebody wrote it by hand
 */
public record Heading(
        DocumentKind kind,
        WarehouseId warehouse,
        WarehouseId toWarehouse,
        LocalDate occurredOn,
        Reason reason,
        String reference,
        String origin) {

    public Heading {
        if ((kind == DocumentKind.TRANSFER) != (toWarehouse != null)) {
            throw new InvalidValue("toWarehouse", "a transfer, and nothing else, names the warehouse that it goes to");
        }
        if (warehouse.equals(toWarehouse)) {
            throw new InvalidValue("toWarehouse", "a transfer goes to another warehouse");
        }
        reason = reason == null ? kind.usualReason() : reason;
    }

    Heading on(LocalDate day) {
        return new Heading(kind, warehouse, toWarehouse, day, reason, reference, null);
    }
}
