package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.util.List;
import java.util.stream.Stream;

/** Structure commits what is open: a script of both can stop half-way with rows changed. */
public final class MixedScript implements Rule {

    @Override
    public String code() {
        return "mixed-script";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        boolean first = statement.statement().number() == 1;
        List<StatementKind> kinds = first
                ? statement.script().statements().stream()
                        .map(each -> StatementKind.of(Words.of(each)))
                        .toList()
                : List.of();
        return kinds.contains(StatementKind.STRUCTURE) && kinds.contains(StatementKind.ROWS)
                ? Stream.of("structure and rows belong in scripts of their own")
                : Stream.empty();
    }
}
