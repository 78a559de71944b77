package dev.abacus.sql.review.rules;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import java.util.stream.Stream;

/** Images are of rows; structure is undone by a script. */
public final class Imageless implements Rule {

    @Override
    public String code() {
        return "imageless";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        boolean image = statement.script().compensation() instanceof Compensation.BeforeImage;
        boolean structure = statement.kind() == StatementKind.STRUCTURE || statement.kind() == StatementKind.OTHER;
        return image && structure
                ? Stream.of("no image can be kept of it; its script needs one that undoes it")
                : Stream.empty();
    }
}
