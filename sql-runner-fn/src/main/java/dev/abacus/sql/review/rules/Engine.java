package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.util.stream.Stream;

/** Only InnoDB commits rows and ledger together. */
public final class Engine implements Rule {

    @Override
    public String code() {
        return "engine";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Words words = statement.words();
        int at = words.indexOf("ENGINE");
        if (at < 0 || statement.kind() != StatementKind.STRUCTURE) {
            return Stream.empty();
        }
        String engine = words.at(words.at(at + 1).equals("=") ? at + 2 : at + 1);
        return engine.equals("INNODB") ? Stream.empty() : Stream.of(engine + " knows no transactions");
    }
}
