package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.util.stream.Stream;

/** What a routine, trigger, event, view or prepared text does is seen when it runs. */
public final class Routine implements Rule {

    @Override
    public String code() {
        return "routine";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Words words = statement.words();
        boolean made = words.beginWith("CREATE")
                && Stream.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "VIEW", "PACKAGE")
                        .anyMatch(words::have);
        return made || statement.kind() == StatementKind.OTHER && !words.beginWith("SET", "STATEMENT")
                ? Stream.of("what it does cannot be seen from here")
                : Stream.empty();
    }
}
