package dev.abacus.sql.review;

import java.util.stream.Stream;

/** One thing to look at in a statement. */
public interface Rule {

    /** By which the docs and the findings know it. */
    String code();

    Level level();

    /** What is wrong, in the words of whoever wrote the statement. */
    Stream<String> objections(Reviewed statement);
}
