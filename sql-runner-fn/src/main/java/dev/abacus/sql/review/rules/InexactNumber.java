package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Money and quantities are exact. */
public final class InexactNumber implements Rule {

    @Override
    public String code() {
        return "inexact-number";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement
                .within(SQLColumnDefinition.class)
                .filter(column -> column.getDataType() != null)
                .filter(column -> Set.of("FLOAT", "DOUBLE", "REAL")
                        .contains(column.getDataType().getName().toUpperCase(Locale.ROOT)))
                .map(column -> "column " + column.getColumnName() + " is rounded; DECIMAL is exact");
    }
}
