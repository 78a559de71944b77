package dev.abacus.inventory.stock;

/** Holding stock inside a global transaction: the Try of the TCC action "reserve stock". */
public interface Reserving {

    /**
     * Holds all of the demand or nothing. It stays held until the global transaction cancels it, or, once confirmed,
     * until it is delivered or released.
     *
     * @throws NotEnoughStock naming every key that lacks something
     * @throws OrderAlreadyReserved when the order holds stock already
     */
    void reserve(Demand demand);
}
