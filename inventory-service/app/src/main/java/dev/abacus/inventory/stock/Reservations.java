package dev.abacus.inventory.stock;

import java.util.List;

/** What the current tenant holds for orders. */
public interface Reservations {

    /** Every line that was ever held for the order, oldest reservation first. */
    List<HeldLine> of(String order);

    /**
     * Gives back what the order still holds, in the caller's transaction. An order that holds nothing is left alone.
     *
     * @throws ReservationPending when the order's transaction has not ended yet
     */
    void release(String order);
}
