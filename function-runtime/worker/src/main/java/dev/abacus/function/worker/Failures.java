package dev.abacus.function.worker;

import dev.abacus.function.AttemptFailed;
import dev.abacus.function.PermanentFailure;
import dev.abacus.function.wire.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a function threw, as its host is told. */
public final class Failures {

    /** A stack deeper than this tells nothing more. */
    private static final int LONGEST_TRACE = 8_000;

    private Failures() {}

    public static Failure of(Throwable thrown) {
        Throwable cause = AttemptFailed.unwrapped(thrown);
        Failure.Kind kind = cause instanceof PermanentFailure ? Failure.Kind.PERMANENT : Failure.Kind.FUNCTION;
        return new Failure(kind, cause.getClass().getName(), told(cause), trace(cause));
    }

    static String told(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getName() : message;
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        String whole = text.toString();
        return whole.length() > LONGEST_TRACE ? whole.substring(0, LONGEST_TRACE) + "…" : whole;
    }
}
