package dev.abacus.sql.functions;

import dev.abacus.function.PermanentFailure;

/** What was asked for cannot be done as it was asked. */
public class Refused extends PermanentFailure {

    Refused(String message) {
        super(message);
    }

    /** Nobody has submitted a release of that name. */
    public static final class NoSuchRelease extends Refused {
        NoSuchRelease(String release) {
            super("There is no release " + release + ".");
        }
    }

    /** The request is not one that this door understands. */
    public static final class BadRequest extends Refused {
        BadRequest(String message) {
            super(message);
        }
    }
}
