package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.sqlguard.Operand.ColumnUse;
import dev.abacus.kernel.sqlguard.QueryBlock.TableUse;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;

/** Reads INSERT, UPDATE and DELETE. */
final class WriteReader {

    private final Reading reading;
    private final QueryReader queries;
    private final ExpressionReader expressions;

    WriteReader(Reading reading, QueryReader queries) {
        this.reading = reading;
        this.queries = queries;
        this.expressions = queries.expressions(Ctes.NONE);
    }

    void insert(Insert insert) {
        QueryBlock target = new QueryBlock(reading);
        reading.keywords("insert");
        if (insert.isModifierIgnore()) {
            reading.keywords("ignore");
        }
        reading.keywords("into");
        TableUse table = table(insert.getTable(), target);
        writable(table);
        int tenant = columns(insert);
        boolean scoped = table.scope() == TableScope.TENANT;
        if (scoped && tenant < 0) {
            reading.refuse(Rule.SCOPED_INSERT, "the columns do not name tenant_id");
        }
        if (insert.getSelect() instanceof Values values) {
            rows(values, insert.getColumns(), scoped ? tenant : -1);
        } else if (insert.getSelect() != null) {
            selected(insert, scoped ? tenant : -1);
        } else {
            reading.unknown(insert);
        }
        if (insert.getDuplicateUpdateSets() != null) {
            reading.keywords("on", "duplicate", "key", "update");
            assignments(insert.getDuplicateUpdateSets(), target);
        }
    }

    /** Reads the column list; returns where tenant_id stands in it, or -1. */
    private int columns(Insert insert) {
        int tenant = -1;
        if (insert.getColumns() == null) {
            return tenant;
        }
        reading.symbol("(");
        for (int i = 0; i < insert.getColumns().size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            Column column = insert.getColumns().get(i);
            reading.name(column.getColumnName());
            if (isTenantColumn(column)) {
                if (tenant >= 0) {
                    reading.refuse(Rule.SCOPED_INSERT, "tenant_id is named twice");
                }
                tenant = i;
            }
        }
        reading.symbol(")");
        return tenant;
    }

    private void rows(Values values, ExpressionList<Column> columns, int tenant) {
        if (reading.atKeyword("value")) {
            reading.keywords("value");
        } else {
            reading.keywords("values");
        }
        if (values.getExpressions() instanceof ParenthesedExpressionList<?> row) {
            row(row, columns, tenant);
            return;
        }
        for (int i = 0; i < values.getExpressions().size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            if (values.getExpressions().get(i) instanceof ParenthesedExpressionList<?> row) {
                row(row, columns, tenant);
            } else {
                reading.unknown(values.getExpressions().get(i));
            }
        }
    }

    private void row(ExpressionList<?> row, ExpressionList<Column> columns, int tenant) {
        if (columns != null && row.size() != columns.size()) {
            reading.refuse(Rule.SCOPED_INSERT, "a row of another length than its columns");
        }
        reading.symbol("(");
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            operands.add(expressions.expression((Expression) row.get(i)));
        }
        reading.symbol(")");
        if (tenant >= 0 && tenant < operands.size()) {
            named(operands.get(tenant), false);
        }
    }

    private void selected(Insert insert, int tenant) {
        for (Branch branch : queries.query(insert.getSelect(), Ctes.NONE)) {
            if (tenant < 0) {
                continue;
            }
            if (branch.hasStar() || branch.items().size() != insert.getColumns().size()) {
                reading.refuse(Rule.SCOPED_INSERT, "the selected columns cannot be told one by one");
                continue;
            }
            Operand operand = branch.items().get(tenant);
            TableUse source = branch.block().tenantColumnOf(operand);
            named(operand, source != null && branch.block().isBound(source));
        }
    }

    /** The tenant of an inserted row is a value, or the tenant column of a row that is bound itself. */
    private void named(Operand tenant, boolean ofBoundTable) {
        if (tenant.isValue()) {
            reading.tenantNamedBy(tenant);
        } else if (!ofBoundTable) {
            reading.refuse(Rule.SCOPED_INSERT, "a row's tenant_id is no parameter");
        }
    }

    void update(Update update) {
        QueryBlock block = new QueryBlock(reading);
        reading.keywords("update");
        if (update.isModifierIgnore()) {
            reading.keywords("ignore");
        }
        List<TableUse> decided = queries.from(block, Ctes.NONE).read(update.getTable(), update.getStartJoins());
        reading.keywords("set");
        assignments(update.getUpdateSets(), block);
        where(update.getWhere(), block, decided);
        expressions.orderBy(update.getOrderByElements());
        queries.limit(update.getLimit(), expressions);
        block.close();
    }

    private void assignments(List<UpdateSet> sets, QueryBlock block) {
        for (int i = 0; i < sets.size(); i++) {
            if (i > 0) {
                reading.symbol(",");
            }
            UpdateSet set = sets.get(i);
            if (set.getColumns().size() != 1 || set.getValues().size() != 1) {
                reading.unknown(set);
                continue;
            }
            assigned(set.getColumns().getFirst(), block);
            reading.symbol("=");
            expressions.expression(set.getValues().getFirst());
        }
    }

    private void assigned(Column column, QueryBlock block) {
        if (isTenantColumn(column)) {
            reading.refuse(Rule.TENANT_NEVER_ASSIGNED, "tenant_id is assigned");
        }
        ColumnUse use = (ColumnUse) expressions.expression(column);
        if (use.table() != null) {
            target(use.table(), block);
        } else if (!block.hasOneTable()) {
            reading.refuse(Rule.READ_ONLY_TABLE, "no telling which table " + use.column() + " is assigned in");
        } else {
            block.tables().forEach(this::writable);
        }
    }

    void delete(Delete delete) {
        QueryBlock block = new QueryBlock(reading);
        reading.keywords("delete");
        if (delete.isModifierIgnore()) {
            reading.keywords("ignore");
        }
        List<String> targets = deleted(delete.getTables());
        reading.keywords("from");
        List<TableUse> decided = queries.from(block, Ctes.NONE).read(delete.getTable(), delete.getJoins());
        if (targets.isEmpty() && !block.hasOneTable()) {
            reading.unknown(delete);
        }
        targets.forEach(target -> target(target, block));
        if (targets.isEmpty()) {
            block.tables().forEach(this::writable);
        }
        where(delete.getWhere(), block, decided);
        expressions.orderBy(delete.getOrderByElements());
        queries.limit(delete.getLimit(), expressions);
        block.close();
    }

    private List<String> deleted(List<Table> tables) {
        List<String> targets = new ArrayList<>();
        if (tables == null) {
            return targets;
        }
        for (Table table : tables) {
            if (!targets.isEmpty()) {
                reading.symbol(",");
            }
            reading.name(table.getName());
            targets.add(Names.plain(table.getName()));
        }
        return targets;
    }

    private void target(String alias, QueryBlock block) {
        TableUse table = block.table(alias);
        if (table == null) {
            reading.refuse(Rule.KNOWN_TABLE, alias + " is no table of this statement");
        } else {
            writable(table);
        }
    }

    private TableUse table(Table table, QueryBlock block) {
        return queries.from(block, Ctes.NONE).table(table).orElseThrow();
    }

    private void writable(TableUse table) {
        if (table.scope() == TableScope.SHARED) {
            reading.refuse(Rule.READ_ONLY_TABLE, "a write to a table of system data");
        }
    }

    private void where(Expression where, QueryBlock block, List<TableUse> decided) {
        if (where != null) {
            reading.keywords("where");
            expressions.expression(where, block.deciding(decided));
        }
    }

    private static boolean isTenantColumn(Column column) {
        return Names.plain(column.getColumnName()).equalsIgnoreCase(TableCatalogue.TENANT_COLUMN);
    }
}
