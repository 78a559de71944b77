package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.Comments;
import java.util.stream.Stream;

/** Which of two statements runs depends on the server. */
public final class ConditionalComment implements Rule {

    @Override
    public String code() {
        return "conditional-comment";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return Comments.areConditional(statement.statement())
                ? Stream.of("a comment that some servers run")
                : Stream.empty();
    }
}
