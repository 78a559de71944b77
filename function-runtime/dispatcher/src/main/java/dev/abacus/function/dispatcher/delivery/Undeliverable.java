package dev.abacus.function.dispatcher.delivery;

/** No further attempt can help. */
public final class Undeliverable extends Exception {

    public Undeliverable(String reason) {
        super(reason);
    }
}
