package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLExprTableSource;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.util.Set;
import java.util.stream.Stream;

/** A target is one schema; a script that leaves it runs as often as there are targets. */
public final class OtherSchema implements Rule {

    @Override
    public String code() {
        return "other-schema";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        if (statement.words().beginWith("USE")) {
            return Stream.of("the runner chooses the schema");
        }
        boolean schema = Stream.of("DATABASE", "SCHEMA").anyMatch(word -> isSecondWord(statement.words(), word));
        if (schema) {
            return Stream.of("schemas are not made by releases");
        }
        Stream<String> tables = statement
                .within(SQLExprTableSource.class)
                .filter(table -> table.getSchema() != null)
                .filter(table -> !(statement.kind() == StatementKind.READ
                        && Names.plain(table.getSchema()).equals("information_schema")))
                .map(table -> table.getExpr() + " is in another schema than the target's");
        return statement.isRead() ? tables : named(statement.words());
    }

    private static boolean isSecondWord(Words words, String word) {
        return StatementKind.of(words) == StatementKind.STRUCTURE
                && (words.at(1).equals(word)
                        || words.at(1).equals("OR") && words.at(3).equals(word));
    }

    /** Where the parser gave up: any name of two parts may be another schema's table. */
    private static Stream<String> named(Words words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            boolean table = Set.of("TABLE", "INTO", "FROM", "JOIN", "UPDATE", "ON", "REFERENCES", "EXISTS")
                    .contains(words.at(i - 1));
            if (table && words.at(i + 1).equals(".")) {
                return Stream.of(words.get(i).text() + "." + words.at(i + 2) + " may be in another schema");
            }
        }
        return Stream.empty();
    }
}
