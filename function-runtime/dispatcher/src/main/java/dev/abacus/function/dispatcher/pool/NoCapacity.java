package dev.abacus.function.dispatcher.pool;

/** Every instance that there may be is busy, and stayed so as long as the caller would wait. */
public final class NoCapacity extends Exception {

    NoCapacity(String function) {
        super("every instance of " + function + " is busy");
    }
}
