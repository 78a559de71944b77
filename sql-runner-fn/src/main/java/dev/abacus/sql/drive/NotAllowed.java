package dev.abacus.sql.drive;

/** A release that may not run, or not like this. */
public final class NotAllowed extends RuntimeException {

    public NotAllowed(String message) {
        super(message);
    }
}
