package dev.abacus.function.platform;

/** What a function asked for does not exist where it runs. */
public final class NotProvided extends RuntimeException {

    public NotProvided(String message) {
        super(message);
    }
}
