package dev.abacus.trade.ordertocash.http;

import dev.abacus.inventory.api.ReservationsApi;
import dev.abacus.inventory.api.ReserveStock;
import dev.abacus.trade.catalogue.InventoryUnavailable;
import dev.abacus.trade.ordertocash.application.StockReservations;
import dev.abacus.trade.sales.Placement;
import org.springframework.stereotype.Component;

/** Reserves stock at inventory-service; the call carries the global transaction along. */
@Component
class InventoryReservations implements StockReservations {

    private final ReservationsApi reservations;

    InventoryReservations(ReservationsApi reservations) {
        this.reservations = reservations;
    }

    @Override
    public void reserve(Placement placement) {
        var request = new ReserveStock(
                placement.order().toString(),
                placement.request().lines().stream()
                        .map(line -> new ReserveStock.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code()))
                        .toList(),
                placement.request().warehouse());
        InventoryUnavailable.unless(() -> reservations.reserve(request));
    }
}
