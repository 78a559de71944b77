package dev.abacus.function;

/** Says that the event itself is at fault: no attempt is made again, and the invocation fails now. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message) {
        super(message);
    }

    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
