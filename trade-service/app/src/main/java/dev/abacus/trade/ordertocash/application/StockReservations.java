package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.trade.sales.Placement;

/** The stock that an order needs, at inventory-service. */
public interface StockReservations {

    /**
     * Reserves all of it or nothing, as a branch of the current global transaction.
     *
     * @throws DomainException {@code insufficient-stock}, {@code inventory-unavailable} and inventory's other refusals
     */
    void reserve(Placement placement);
}
