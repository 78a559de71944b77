package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddColumn;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddConstraint;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableConvertCharSet;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableDropPrimaryKey;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableItem;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLForeignKeyConstraint;
import com.alibaba.druid.sql.ast.statement.SQLPrimaryKey;
import com.alibaba.druid.sql.ast.statement.SQLUnique;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableChangeColumn;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableModifyColumn;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Tables;
import java.util.Optional;

/** How the database will change a table, the cheapest way that it has for it. Measured on MariaDB 11.4. */
public enum AlterAlgorithm {
    /** Only the dictionary changes. */
    INSTANT,
    /** The table stays where it is; keys are built beside. */
    NOCOPY,
    /** The table is rebuilt while it can be written to. */
    INPLACE,
    /** The table is copied while it cannot. */
    COPY;

    public boolean rebuilds() {
        return this == INPLACE || this == COPY;
    }

    /** The dearest of what its parts need. */
    public static AlterAlgorithm of(SQLAlterTableStatement alter, Tables tables) {
        AlterAlgorithm dearest = alter.getTableOptions().isEmpty() ? INSTANT : option(alter);
        for (SQLAlterTableItem item : alter.getItems()) {
            AlterAlgorithm needed = of(item, alter, tables);
            dearest = needed.compareTo(dearest) > 0 ? needed : dearest;
        }
        return dearest;
    }

    private static AlterAlgorithm option(SQLAlterTableStatement alter) {
        return alter.getTableOptions().stream()
                        .allMatch(option -> option.getTarget().toString().equalsIgnoreCase("COMMENT"))
                ? INSTANT
                : COPY;
    }

    private static AlterAlgorithm of(SQLAlterTableItem item, SQLAlterTableStatement alter, Tables tables) {
        return switch (item) {
            case MySqlAlterTableModifyColumn modify -> changing(modify.getNewColumnDefinition(), alter, tables);
            case MySqlAlterTableChangeColumn change -> changing(change.getNewColumnDefinition(), alter, tables);
            case SQLAlterTableConvertCharSet convert -> COPY;
            case SQLAlterTableDropPrimaryKey drop -> COPY;
            case SQLAlterTableAddConstraint add when add.getConstraint() instanceof SQLPrimaryKey -> INPLACE;
            case SQLAlterTableAddConstraint add when add.getConstraint() instanceof SQLForeignKeyConstraint -> COPY;
            case SQLAlterTableAddConstraint add when add.getConstraint() instanceof SQLUnique -> NOCOPY;
            case SQLAlterTableAddConstraint add -> COPY;
            case SQLAlterTableAddColumn add
            when add.getColumns().stream().anyMatch(column -> column.isStored() || column.isAutoIncrement()) -> COPY;
            default -> item.getClass().getSimpleName().contains("Index") ? NOCOPY : INSTANT;
        };
    }

    /** Another type is written anew into every row, but for a VARCHAR whose length keeps its size. */
    private static AlterAlgorithm changing(SQLColumnDefinition to, SQLAlterTableStatement alter, Tables tables) {
        Optional<Tables.Column> from = tables.find(Names.plain(alter.getTableName()))
                .flatMap(table -> table.column(Names.plain(to.getColumnName())));
        if (from.isEmpty()) {
            return COPY;
        }
        ColumnType old = ColumnType.of(from.get().type());
        ColumnType changed = ColumnType.of(to.getDataType().toString());
        boolean sameType = old.equals(changed)
                || old.name().equals("int") && changed.name().equals("int");
        boolean longer = old.name().equals("varchar")
                && changed.name().equals("varchar")
                && changed.holds(old)
                && changed.keepsLengthByte(old);
        boolean enumerates = old.name().equals("enum") && changed.holds(old);
        return sameType || longer || enumerates ? INSTANT : COPY;
    }
}
