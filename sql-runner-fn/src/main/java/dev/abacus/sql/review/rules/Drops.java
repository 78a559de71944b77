package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLDropTableStatement;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** While a lane or an older version runs, schemas only grow. */
public final class Drops implements Rule {

    @Override
    public String code() {
        return "drops";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        if (statement.words().beginWith("DROP") || statement.words().beginWith("TRUNCATE")) {
            boolean own = statement
                    .as(SQLDropTableStatement.class)
                    .flatMap(drop -> drop.getTableSources().stream())
                    .allMatch(table -> statement.makes(table.toString()));
            return own && statement.as(SQLDropTableStatement.class).findAny().isPresent()
                    ? Stream.empty()
                    : Stream.of("what runs today may still use it");
        }
        return statement
                .as(SQLAlterTableStatement.class)
                .filter(alter -> !statement.makes(alter.getTableName()))
                .flatMap(alter -> alter.getItems().stream())
                .filter(item -> item.getClass().getSimpleName().contains("TableDrop"))
                .map(item -> item + ": what runs today may still use it");
    }
}
