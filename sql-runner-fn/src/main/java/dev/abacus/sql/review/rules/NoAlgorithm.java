package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** Whoever says how a table is changed has thought of who waits for it. */
public final class NoAlgorithm implements Rule {

    @Override
    public String code() {
        return "no-algorithm";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement.words().beginWith("ALTER", "TABLE")
                        && !statement.words().have("ALGORITHM")
                        && statement
                                .as(SQLAlterTableStatement.class)
                                .noneMatch(alter -> statement.makes(alter.getTableName()))
                ? Stream.of("without ALGORITHM the runner tries INSTANT, then NOCOPY, and stops there")
                : Stream.empty();
    }
}
