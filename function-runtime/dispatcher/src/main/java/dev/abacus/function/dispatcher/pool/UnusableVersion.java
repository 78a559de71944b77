package dev.abacus.function.dispatcher.pool;

/** A version that no instance can be made of: its class is missing, or its {@code init} throws. */
public final class UnusableVersion extends RuntimeException {

    UnusableVersion(String reason) {
        super(reason);
    }
}
