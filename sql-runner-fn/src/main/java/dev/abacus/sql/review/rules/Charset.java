package dev.abacus.sql.review.rules;

import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text is utf8mb4, codes may be ascii; anything else loses letters or compares differently. */
public final class Charset implements Rule {

    @Override
    public String code() {
        return "charset";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Words words = statement.words();
        return statement.kind() != StatementKind.STRUCTURE
                ? Stream.empty()
                : IntStream.range(1, words.size())
                        .filter(at -> words.at(at).equals("CHARSET")
                                || words.at(at - 1).equals("CHARACTER")
                                        && words.at(at).equals("SET"))
                        .mapToObj(at -> words.at(words.at(at + 1).equals("=") ? at + 2 : at + 1))
                        .filter(charset -> !GOOD.contains(charset))
                        .map(charset -> charset + " instead of utf8mb4 or ascii");
    }

    private static final Set<String> GOOD = Set.of("UTF8MB4", "ASCII", "BINARY");
}
