package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLName;
import com.alibaba.druid.sql.ast.expr.SQLBinaryOpExpr;
import com.alibaba.druid.sql.ast.expr.SQLNumericLiteralExpr;
import com.alibaba.druid.sql.ast.statement.SQLExprTableSource;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.stream.Stream;

/** Text compared with a number uses no index, and takes what merely looks alike. */
public final class ImplicitConversion implements Rule {

    @Override
    public String code() {
        return "implicit-conversion";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        return statement
                .within(SQLBinaryOpExpr.class)
                .filter(comparison -> comparison.getOperator().isRelational())
                .flatMap(comparison -> Stream.concat(
                        converts(statement, comparison.getLeft(), comparison.getRight()),
                        converts(statement, comparison.getRight(), comparison.getLeft())));
    }

    private static Stream<String> converts(Reviewed statement, SQLExpr column, SQLExpr value) {
        if (!(column instanceof SQLName name) || !(value instanceof SQLNumericLiteralExpr)) {
            return Stream.empty();
        }
        return statement
                .within(SQLExprTableSource.class)
                .flatMap(table -> statement.table(table.getTableName()).stream())
                .flatMap(table -> table.column(Names.plain(name.getSimpleName())).stream())
                .filter(type -> ColumnType.of(type.type()).isText())
                .map(type -> name + " is " + type.type() + ", and is compared with a number");
    }
}
