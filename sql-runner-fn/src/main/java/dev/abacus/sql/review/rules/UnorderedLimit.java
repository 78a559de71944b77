package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.Words;
import java.util.stream.Stream;

/** Which rows a LIMIT takes is chance without an order, and differs from shard to shard. */
public final class UnorderedLimit implements Rule {

    @Override
    public String code() {
        return "unordered-limit";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Words words = statement.words();
        return (words.beginWith("UPDATE") || words.beginWith("DELETE"))
                        && words.have("LIMIT")
                        && !words.have("ORDER", "BY")
                ? Stream.of("which rows it takes is chance")
                : Stream.empty();
    }
}
