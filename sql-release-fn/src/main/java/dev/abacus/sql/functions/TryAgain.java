package dev.abacus.sql.functions;

/** Ends an attempt that another one is to follow: what stood in the way may be gone by then. */
final class TryAgain extends Exception {

    TryAgain(String message) {
        super(message);
    }
}
