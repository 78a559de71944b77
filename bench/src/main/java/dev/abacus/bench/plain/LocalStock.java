package dev.abacus.bench.plain;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.application.ReservingForOrders;
import dev.abacus.trade.ordertocash.application.StockReservations;
import dev.abacus.trade.sales.Placement;
import org.springframework.stereotype.Component;

/** Stock in the same process: what inventory-service does behind its door, called without the door. */
@Component
class LocalStock implements StockReservations {

    private final ReservingForOrders reserving;

    LocalStock(ReservingForOrders reserving) {
        this.reserving = reserving;
    }

    @Override
    public void reserve(Placement placement) {
        reserving.reserve(
                placement.order().toString(),
                placement.request().warehouse(),
                placement.request().lines().stream()
                        .map(line -> new Paper.Line(Sku.of(line.sku().code()), line.quantity()))
                        .toList());
    }
}
