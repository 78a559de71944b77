package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.kernel.domain.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current tenant's reservations, line by line. */
public interface Holdings {

    /** @throws dev.abacus.inventory.stock.OrderAlreadyReserved when the order has open lines */
    void add(List<HeldLine> lines);

    /** The order's open lines, locked. */
    List<HeldLine> lockOpen(String order);

    /** The reservation's lines that are still tried, locked. */
    List<HeldLine> lockTried(ReservationId reservation);

    /** Makes every tried line of the reservation active. */
    void confirm(ReservationId reservation);

    void save(List<HeldLine> changed);

    List<HeldLine> of(String order);

    /** How many lines were tried before {@code moment} and are neither confirmed nor cancelled. */
    long triedBefore(Instant moment);

    /** What is open per key. */
    Map<StockKey, Quantity> open(Collection<ProductId> products);
}
