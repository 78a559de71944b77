package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLObject;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.expr.SQLBinaryOpExpr;
import com.alibaba.druid.sql.ast.expr.SQLBinaryOperator;
import com.alibaba.druid.sql.ast.expr.SQLIdentifierExpr;
import com.alibaba.druid.sql.ast.expr.SQLIntegerExpr;
import com.alibaba.druid.sql.ast.expr.SQLPropertyExpr;
import com.alibaba.druid.sql.ast.statement.SQLExprTableSource;
import com.alibaba.druid.sql.ast.statement.SQLJoinTableSource;
import com.alibaba.druid.sql.ast.statement.SQLSelectQueryBlock;
import com.alibaba.druid.sql.ast.statement.SQLSubqueryTableSource;
import com.alibaba.druid.sql.ast.statement.SQLTableSource;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlDeleteStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlInsertStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlUpdateStatement;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Review;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.split.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether all rows that a statement touches are one tenant's. Knows a few shapes, and refuses every other. */
final class TenantScope {

    static final String TENANT = "tenant_id";

    private final SQLStatement statement;
    private final Words words;
    private final List<String> objections = new ArrayList<>();

    TenantScope(SQLStatement statement, Words words) {
        this.statement = statement;
        this.words = words;
    }

    Stream<String> objections() {
        switch (statement) {
            case MySqlUpdateStatement update
            when update.getFrom() == null && update.getWith() == null ->
                block(update.getTableSource(), update.getWhere());
            case MySqlDeleteStatement delete when delete.getWith() == null -> delete(delete);
            case MySqlInsertStatement insert when insert.getWith() == null -> insert(insert);
            default -> objections.add("a tenant's script changes rows by INSERT, UPDATE and DELETE only");
        }
        List<SQLSelectQueryBlock> blocks = Reviewed.within(statement, SQLSelectQueryBlock.class);
        if (blocks.size() < words.count("SELECT")) {
            objections.add("not every SELECT in it can be followed");
        }
        blocks.forEach(block -> block(block.getFrom(), block.getWhere()));
        return objections.stream();
    }

    private void delete(MySqlDeleteStatement delete) {
        SQLTableSource from = delete.getUsing() != null
                ? delete.getUsing()
                : delete.getFrom() != null ? delete.getFrom() : delete.getTableSource();
        block(from, delete.getWhere());
    }

    private void insert(MySqlInsertStatement insert) {
        int tenant = insert.getColumns().stream()
                .map(column -> Names.plain(column.toString()))
                .toList()
                .indexOf(TENANT);
        if (tenant < 0) {
            objections.add("the columns name no tenant_id");
            return;
        }
        if (!insert.getDuplicateKeyUpdate().isEmpty()) {
            objections.add("ON DUPLICATE KEY UPDATE may meet another tenant's row");
        }
        if (insert.getQuery() != null) {
            Reviewed.within(insert.getQuery(), SQLSelectQueryBlock.class).stream()
                    .filter(block -> block.getParent() == insert.getQuery() || !isNested(block, insert))
                    .filter(block -> block.getSelectList().size() <= tenant
                            || !isTenant(block.getSelectList().get(tenant).getExpr()))
                    .forEach(block -> objections.add("the column tenant_id is selected, not ${tenant} itself"));
        }
        insert.getValuesList().stream()
                .filter(row -> row.getValues().size() <= tenant
                        || !isTenant(row.getValues().get(tenant) instanceof SQLExpr value ? value : null))
                .forEach(row -> objections.add("a row whose tenant_id is not ${tenant}"));
    }

    private static boolean isNested(SQLSelectQueryBlock block, MySqlInsertStatement insert) {
        for (SQLObject at = block.getParent(); at != null && at != insert; at = at.getParent()) {
            if (at instanceof SQLSelectQueryBlock) {
                return true;
            }
        }
        return false;
    }

    /** Every table of the block must be bound to the tenant, by WHERE or by the join that brings it in. */
    private void block(SQLTableSource from, SQLExpr where) {
        List<SQLExprTableSource> tables = new ArrayList<>();
        List<SQLExpr> conditions = new ArrayList<>(conjuncts(where));
        collect(from, tables, conditions);
        for (SQLExprTableSource table : tables) {
            String alias = Names.plain(table.getAlias() == null ? table.getTableName() : table.getAlias());
            if (conditions.stream().noneMatch(condition -> binds(condition, alias, tables.size() == 1))) {
                objections.add(table.getExpr() + " needs \"" + TENANT + " = ${tenant}\", outside of any OR");
            }
        }
    }

    private void collect(SQLTableSource from, List<SQLExprTableSource> tables, List<SQLExpr> conditions) {
        switch (from) {
            case null -> {
                // SELECT without FROM
            }
            case SQLExprTableSource table -> tables.add(table);
            case SQLJoinTableSource join -> {
                collect(join.getLeft(), tables, conditions);
                collect(join.getRight(), tables, conditions);
                join(join, conditions);
            }
            case SQLSubqueryTableSource subquery -> {
                // its own blocks are looked at
            }
            default -> objections.add("a table is used in a way that cannot be followed");
        }
    }

    /** What an outer join asks for limits the rows it adds, not those it keeps. */
    private void join(SQLJoinTableSource join, List<SQLExpr> conditions) {
        switch (join.getJoinType()) {
            case COMMA, JOIN, INNER_JOIN, CROSS_JOIN, STRAIGHT_JOIN ->
                conditions.addAll(conjuncts(join.getCondition()));
            case LEFT_OUTER_JOIN -> {
                if (join.getRight() instanceof SQLExprTableSource right) {
                    String alias = Names.plain(right.getAlias() == null ? right.getTableName() : right.getAlias());
                    conjuncts(join.getCondition()).stream()
                            .filter(condition -> binds(condition, alias, false))
                            .forEach(conditions::add);
                }
            }
            default -> objections.add("of this kind of join it cannot be said whose rows it keeps");
        }
    }

    private static List<SQLExpr> conjuncts(SQLExpr condition) {
        if (condition instanceof SQLBinaryOpExpr and && and.getOperator() == SQLBinaryOperator.BooleanAnd) {
            List<SQLExpr> both = new ArrayList<>(conjuncts(and.getLeft()));
            both.addAll(conjuncts(and.getRight()));
            return both;
        }
        return condition == null ? List.of() : List.of(condition);
    }

    private static boolean binds(SQLExpr condition, String alias, boolean alone) {
        if (!(condition instanceof SQLBinaryOpExpr equals) || equals.getOperator() != SQLBinaryOperator.Equality) {
            return false;
        }
        return isTenant(equals.getRight()) && isColumn(equals.getLeft(), alias, alone)
                || isTenant(equals.getLeft()) && isColumn(equals.getRight(), alias, alone);
    }

    private static boolean isColumn(SQLExpr expression, String alias, boolean alone) {
        return switch (expression) {
            case SQLIdentifierExpr column ->
                alone && Names.plain(column.getName()).equals(TENANT);
            case SQLPropertyExpr column ->
                Names.plain(column.getName()).equals(TENANT)
                        && Names.plain(column.getOwnerName()).equals(alias);
            default -> false;
        };
    }

    private static boolean isTenant(SQLExpr expression) {
        return expression instanceof SQLIntegerExpr number
                && number.getNumber().toString().equals(Review.SOME_TENANT);
    }
}
