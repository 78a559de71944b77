package dev.abacus.sql.review.rules;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** A release that cannot be taken back is only repaired forwards. */
public final class Uncompensated implements Rule {

    @Override
    public String code() {
        return "uncompensated";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.statement().number() == 1 && statement.script().compensation() instanceof Compensation.None
                ? Stream.of(statement.script().file() + " has no compensation")
                : Stream.empty();
    }
}
