package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.run.ChunkedStatement;
import java.util.stream.Stream;

/** Chunks are for statements that do to a row what depends on that row alone. */
public final class Unchunkable implements Rule {

    @Override
    public String code() {
        return "unchunkable";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        boolean chunked = statement.script().chunks()
                && (statement.words().beginWith("UPDATE") || statement.words().beginWith("DELETE"));
        return chunked ? ChunkedStatement.objection(statement.statement()).stream() : Stream.empty();
    }
}
