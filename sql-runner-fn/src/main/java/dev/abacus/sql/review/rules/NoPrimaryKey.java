package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLColumnPrimaryKey;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLPrimaryKey;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** Without a primary key rows cannot be replicated by row, chunked or restored. */
public final class NoPrimaryKey implements Rule {

    @Override
    public String code() {
        return "no-primary-key";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement
                .as(SQLCreateTableStatement.class)
                .filter(create -> create.getLike() == null)
                .filter(create -> Reviewed.within(create, SQLPrimaryKey.class).isEmpty()
                        && Reviewed.within(create, SQLColumnPrimaryKey.class).isEmpty())
                .map(create -> "table " + create.getTableName() + " has no primary key");
    }
}
