package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLInsertStatement;
import com.alibaba.druid.sql.ast.statement.SQLReplaceStatement;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** An INSERT without columns breaks with the next column. */
public final class ColumnlessInsert implements Rule {

    @Override
    public String code() {
        return "columnless-insert";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return Stream.concat(
                        statement
                                .as(SQLInsertStatement.class)
                                .filter(insert -> insert.getColumns().isEmpty())
                                .map(SQLInsertStatement::getTableName),
                        statement
                                .as(SQLReplaceStatement.class)
                                .filter(replace -> replace.getColumns().isEmpty())
                                .map(SQLReplaceStatement::getTableName))
                .map(table -> "name the columns of " + table);
    }
}
