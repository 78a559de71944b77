package dev.abacus.trade.sales;

/** An order under the same idempotency key was there first. */
public final class KeyTaken extends RuntimeException {

    public KeyTaken(String key) {
        super("an order has the key " + key + " already");
    }
}
