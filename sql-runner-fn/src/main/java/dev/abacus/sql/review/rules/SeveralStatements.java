package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** The server is sent one statement at a time; what hides behind it would never be reviewed nor recorded. */
public final class SeveralStatements implements Rule {

    @Override
    public String code() {
        return "several-statements";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.readings().stream()
                .filter(reading -> reading.size() > 1)
                .map(reading -> "these are " + reading.size() + " statements; a delimiter belongs between them");
    }
}
