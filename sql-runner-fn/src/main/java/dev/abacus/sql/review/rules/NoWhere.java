package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.expr.SQLIdentifierExpr;
import com.alibaba.druid.sql.ast.expr.SQLIntegerExpr;
import com.alibaba.druid.sql.ast.expr.SQLPropertyExpr;
import com.alibaba.druid.sql.ast.statement.SQLDeleteStatement;
import com.alibaba.druid.sql.ast.statement.SQLUpdateStatement;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** An UPDATE or DELETE that names no rows takes them all. */
public final class NoWhere implements Rule {

    @Override
    public String code() {
        return "no-where";
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Stream<SQLExpr> updates = statement.as(SQLUpdateStatement.class).map(update -> orTrue(update.getWhere()));
        Stream<SQLExpr> deletes = statement.as(SQLDeleteStatement.class).map(delete -> orTrue(delete.getWhere()));
        return Stream.concat(updates, deletes)
                .filter(NoWhere::namesNoColumn)
                .map(where -> "it takes every row; say which ones, if only by \"WHERE id > 0\"");
    }

    private static SQLExpr orTrue(SQLExpr where) {
        return where == null ? new SQLIntegerExpr(1) : where;
    }

    private static boolean namesNoColumn(SQLExpr where) {
        return Reviewed.within(where, SQLIdentifierExpr.class).isEmpty()
                && Reviewed.within(where, SQLPropertyExpr.class).isEmpty();
    }
}
