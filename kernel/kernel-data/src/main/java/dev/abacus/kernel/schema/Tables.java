package dev.abacus.kernel.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AddColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterListItemContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterRenameTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.AlterTableDropContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ChangeColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.CreateTableContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ExecuteContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ModifyColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.RenameColumnContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.TableNameContext;

/** The tables of one service, as its migrations make them one after the other. */
final class Tables {

    private final Map<String, Table> byName = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** Null when no migration so far made one of that name. */
    Table find(TableNameContext name) {
        return byName.get(nameOf(name));
    }

    boolean had(TableNameContext name) {
        return gone.contains(nameOf(name));
    }

    static String nameOf(TableNameContext name) {
        return Grammar.name(name.name());
    }

    /** Does to these tables what the statement does to those in the database, as far as columns are concerned. */
    void apply(ExecuteContext statement, boolean byLane) {
        if (statement.createTable() != null) {
            create(statement.createTable(), byLane);
        } else if (statement.dropTable() != null) {
            statement.dropTable().tableList().tableName().forEach(table -> remove(nameOf(table)));
        } else if (statement.renameTable() != null) {
            var names = statement.renameTable().tableName();
            for (int i = 0; i + 1 < names.size(); i += 2) {
                rename(nameOf(names.get(i)), nameOf(names.get(i + 1)));
            }
        } else if (statement.alterStatement() != null
                && statement.alterStatement().alterTable() != null) {
            alter(statement.alterStatement().alterTable(), byLane);
        }
    }

    private void create(CreateTableContext create, boolean byLane) {
        if (create.ifNotExists() != null && byName.containsKey(nameOf(create.tableName()))) {
            return;
        }
        Table table = new Table(byLane);
        if (create.createLikeClause() != null) {
            Table model = find(create.createLikeClause().tableName());
            if (model != null) {
                model.copyTo(table);
            }
        } else if (create.createDefinitionClause() != null) {
            Grammar.within(create.createDefinitionClause(), ColumnDefinitionContext.class)
                    .forEach(column -> table.put(Column.of(column), byLane));
        }
        byName.put(nameOf(create.tableName()), table);
    }

    private void alter(AlterTableContext alter, boolean byLane) {
        String name = nameOf(alter.tableName());
        Table table = byName.computeIfAbsent(name, unknown -> new Table(false));
        Grammar.within(alter, AlterListItemContext.class).forEach(item -> change(name, table, item, byLane));
    }

    private void change(String name, Table table, AlterListItemContext item, boolean byLane) {
        switch (item) {
            case AddColumnContext add ->
                Grammar.within(add, ColumnDefinitionContext.class)
                        .forEach(column -> table.put(Column.of(column), byLane));
            case ModifyColumnContext modify ->
                table.put(Column.of(Grammar.name(modify.columnInternalRef), modify.fieldDefinition()), byLane);
            case ChangeColumnContext change -> {
                Column to = Column.of(change.columnDefinition());
                String from = Grammar.name(change.columnInternalRef);
                if (from.equals(to.name())) {
                    table.put(to, byLane);
                } else {
                    table.rename(from, to);
                }
            }
            case RenameColumnContext rename -> {
                String from = Grammar.name(rename.oldColumn().columnName());
                Column known = table.column(from);
                table.drop(from);
                if (known != null) {
                    table.put(known.named(Grammar.name(rename.newColumn().columnName())), byLane);
                }
            }
            case AlterTableDropContext drop
            when drop.columnInternalRef != null -> table.drop(Grammar.name(drop.columnInternalRef));
            case AlterRenameTableContext rename -> rename(name, nameOf(rename.tableName()));
            default -> {
                // keys and options; no column comes or goes
            }
        }
    }

    private void rename(String from, String to) {
        Table table = byName.get(from);
        remove(from);
        if (table != null) {
            byName.put(to, table);
        }
    }

    private void remove(String name) {
        byName.remove(name);
        gone.add(name);
    }
}
