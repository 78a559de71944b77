package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableItem;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableRenameColumn;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableChangeColumn;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** What runs today knows things by the names they have. */
public final class Renames implements Rule {

    @Override
    public String code() {
        return "renames";
    }

    @Override
    public Level level() {
        return Level.APPROVAL;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        if (statement.words().beginWith("RENAME")) {
            return Stream.of("what runs today knows the old name");
        }
        return Stream.concat(
                statement
                        .as(SQLAlterTableStatement.class)
                        .filter(alter -> !statement.makes(alter.getTableName()))
                        .flatMap(alter -> alter.getItems().stream())
                        .filter(Renames::renames)
                        .map(item -> item + ": what runs today knows the old name"),
                statement.words().beginWith("ALTER") && statement.words().have("RENAME", "TO")
                        ? Stream.of("what runs today knows the old name")
                        : Stream.empty());
    }

    private static boolean renames(SQLAlterTableItem item) {
        return item instanceof SQLAlterTableRenameColumn
                || item instanceof MySqlAlterTableChangeColumn change
                        && !Names.plain(change.getColumnName().getSimpleName())
                                .equals(Names.plain(
                                        change.getNewColumnDefinition().getColumnName()));
    }
}
