package dev.abacus.sql.run;

/** Asked between statements and chunks: a run stops where it can go on later. */
@FunctionalInterface
public interface Cancellation {

    boolean requested();

    static Cancellation never() {
        return () -> false;
    }
}
