package dev.abacus.infra.launcher;

/** Something the person at the terminal has to know and can act on; shown as its message, without a stack trace. */
final class Problem extends RuntimeException {

    Problem(String message) {
        super(message);
    }
}
