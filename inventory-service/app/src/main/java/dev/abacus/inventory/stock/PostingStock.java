package dev.abacus.inventory.stock;

/** Moves stock. */
public interface PostingStock {

    /**
     * Adds the movements to the ledger and to the levels, in the caller's transaction. What goes out for an order uses
     * up what is reserved for it first; the rest must be available.
     *
     * @throws NotEnoughStock naming every key that lacks something; the caller's transaction must end then
     * @throws ReservationPending when the order's transaction has not ended yet
     */
    void post(Posting posting);
}
