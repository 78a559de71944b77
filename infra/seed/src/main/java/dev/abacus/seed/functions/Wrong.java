package dev.abacus.seed.functions;

/** What was asked cannot be done as it was asked; the message says what to do. */
final class Wrong extends RuntimeException {

    Wrong(String message) {
        super(message);
    }
}
