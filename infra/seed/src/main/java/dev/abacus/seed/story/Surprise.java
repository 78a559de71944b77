package dev.abacus.seed.story;

/** The suite did not do what it promises. */
public final class Surprise extends RuntimeException {

    Surprise(String message) {
        super(message);
    }

    Surprise(String message, Throwable cause) {
        super(message, cause);
    }
}
