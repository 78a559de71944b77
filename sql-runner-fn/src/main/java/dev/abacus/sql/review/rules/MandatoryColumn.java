package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddColumn;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLNotNullConstraint;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** The INSERTs of what runs today do not know a new column. */
public final class MandatoryColumn implements Rule {

    @Override
    public String code() {
        return "mandatory-column";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement
                .as(SQLAlterTableStatement.class)
                .filter(alter -> !statement.makes(alter.getTableName()))
                .flatMap(alter -> Reviewed.within(alter, SQLAlterTableAddColumn.class).stream())
                .flatMap(add -> add.getColumns().stream())
                .filter(column -> column.getDefaultExpr() == null
                        && column.getGeneratedAlwaysAs() == null
                        && column.getAsExpr() == null
                        && !column.isAutoIncrement()
                        && column.getConstraints().stream().anyMatch(SQLNotNullConstraint.class::isInstance))
                .map(column ->
                        "column " + column.getColumnName() + " has no default: what runs today cannot leave it out");
    }
}
