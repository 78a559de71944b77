package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableItem;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLNotNullConstraint;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableChangeColumn;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableModifyColumn;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import dev.abacus.sql.review.Tables;
import java.util.Optional;
import java.util.stream.Stream;

/** A column may only grow wider: what is written today must fit tomorrow. */
public final class Narrows implements Rule {

    @Override
    public String code() {
        return "narrows";
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
                .flatMap(alter -> alter.getItems().stream()
                        .flatMap(Narrows::changed)
                        .filter(column -> !widens(statement, alter, column))
                        .map(column -> "column " + column.getColumnName() + " is not known to grow wider only"));
    }

    private static Stream<SQLColumnDefinition> changed(SQLAlterTableItem item) {
        return switch (item) {
            case MySqlAlterTableModifyColumn modify -> Stream.of(modify.getNewColumnDefinition());
            case MySqlAlterTableChangeColumn change -> Stream.of(change.getNewColumnDefinition());
            default -> Stream.empty();
        };
    }

    private static boolean widens(Reviewed statement, SQLAlterTableStatement alter, SQLColumnDefinition to) {
        Optional<Tables.Column> from =
                statement.table(alter.getTableName()).flatMap(table -> table.column(Names.plain(to.getColumnName())));
        boolean mayBeNull =
                to.getConstraints().stream().noneMatch(constraint -> constraint instanceof SQLNotNullConstraint);
        return from.isPresent()
                && (mayBeNull || !from.get().nullable())
                && ColumnType.of(to.getDataType().toString())
                        .holds(ColumnType.of(from.get().type()));
    }
}
