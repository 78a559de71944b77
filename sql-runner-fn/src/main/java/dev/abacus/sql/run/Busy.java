package dev.abacus.sql.run;

/** The target is somebody else's. */
final class Busy extends RuntimeException {

    Busy(String message) {
        super(message);
    }
}
