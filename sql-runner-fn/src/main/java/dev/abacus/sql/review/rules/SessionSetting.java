package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import java.util.stream.Stream;

/** A setting changes how all that follows is read, or outlives the release. */
public final class SessionSetting implements Rule {

    @Override
    public String code() {
        return "session-setting";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        if (statement.words().beginWith("SET", "STATEMENT")) {
            return Stream.of("a statement behind a setting is not reviewed");
        }
        boolean variable = statement.kind() == StatementKind.SETTING
                && !statement.words().beginWith("USE")
                && !statement.words().at(1).equals("@")
                && !statement.words().beginWith("SET", "NAMES", "UTF8MB4");
        boolean system = statement.words().beginWith("SET", "@", "@");
        return variable || system ? Stream.of("settings are the runner's") : Stream.empty();
    }
}
