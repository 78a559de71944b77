package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import java.util.stream.Stream;

/** Nobody sees what a script selects. */
public final class ReadsOnly implements Rule {

    @Override
    public String code() {
        return "reads-only";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.kind() == StatementKind.READ
                ? Stream.of("it changes nothing; was it meant as a check?")
                : Stream.empty();
    }
}
