package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** What the parser cannot read, a person has to. */
public final class Unparseable implements Rule {

    @Override
    public String code() {
        return "unparseable";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.isRead() ? Stream.empty() : Stream.of("nobody but the database can read this");
    }
}
