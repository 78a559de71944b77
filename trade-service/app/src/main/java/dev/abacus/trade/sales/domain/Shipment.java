package dev.abacus.trade.sales.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.ShipmentId;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods of one order that left for the customer, or came back from him. Never changed; a wrong delivery is followed by a
 * return.
 *
 * @param warehouse the code of the warehouse; null for the company's default
 * @param reason why they came back; null for a delivery
 * @param amount what the customer owes more or less by it
 */
public record Shipment(
        ShipmentId id,
        SalesOrderId order,
        Direction direction,
        LocalDate on,
        String warehouse,
        String reason,
        Money amount,
        List<Line> lines) {

    /** Which way the goods went. The names are kept with the shipments. */
    public enum Direction {
        DELIVERY,
        RETURN
    }

    /** So much of one of the order's lines. */
    public record Line(int number, Sku sku, Quantity quantity) {}

    public Shipment {
        lines = List.copyOf(lines);
    }
}
