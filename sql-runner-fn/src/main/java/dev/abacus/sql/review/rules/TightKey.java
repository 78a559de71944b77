package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddConstraint;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLForeignKeyConstraint;
import com.alibaba.druid.sql.ast.statement.SQLUnique;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** A new unique or foreign key refuses rows that may be written today. */
public final class TightKey implements Rule {

    @Override
    public String code() {
        return "tight-key";
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
                .flatMap(alter -> alter.getItems().stream())
                .filter(SQLAlterTableAddConstraint.class::isInstance)
                .map(add -> ((SQLAlterTableAddConstraint) add).getConstraint())
                .filter(constraint -> constraint instanceof SQLUnique || constraint instanceof SQLForeignKeyConstraint)
                .map(constraint -> "it refuses rows that what runs today may write");
    }
}
