package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLExprTableSource;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** A big transaction holds its locks, and the replicas, for as long as it takes. */
public final class Unchunked implements Rule {

    @Override
    public String code() {
        return "unchunked";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        if (statement.script().chunks()
                || !statement.words().beginWith("UPDATE") && !statement.words().beginWith("DELETE")) {
            return Stream.empty();
        }
        return statement
                .within(SQLExprTableSource.class)
                .flatMap(table -> statement.table(table.getTableName()).stream())
                .filter(table -> table.rows() > MANY)
                .map(table ->
                        table.name() + " has about " + table.rows() + " rows; \"chunks: true\" takes them bit by bit");
    }

    private static final long MANY = 100_000;
}
