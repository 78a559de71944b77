package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.sqlguard.QueryBlock.TableUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;

/**
 * Reads a FROM with its joins, and tells which tables a condition beside it decides about: those that no outer join
 * makes optional.
 */
final class FromReader {

    private final Reading reading;
    private final QueryReader queries;
    private final TableCatalogue catalogue;
    private final QueryBlock block;
    private final Ctes ctes;

    FromReader(Reading reading, QueryReader queries, TableCatalogue catalogue, QueryBlock block, Ctes ctes) {
        this.reading = reading;
        this.queries = queries;
        this.catalogue = catalogue;
        this.block = block;
        this.ctes = ctes;
    }

    /** Reads {@code first} and what is joined to it; returns the tables that are not optional. */
    List<TableUse> read(FromItem first, List<Join> joins) {
        List<TableUse> decided = new ArrayList<>(item(first));
        if (joins != null) {
            joins.forEach(join -> join(join, decided));
        }
        return decided;
    }

    private void join(Join join, List<TableUse> decided) {
        boolean outer = join.isLeft();
        if (join.isSimple()) {
            reading.symbol(",");
        } else {
            joinWords(join);
        }
        List<TableUse> joined = item(join.getFromItem());
        if (!outer) {
            decided.addAll(joined);
        }
        int conditions =
                join.getOnExpressions().size() + (join.getUsingColumns().isEmpty() ? 0 : 1);
        if (conditions > 1 || outer && conditions == 0) {
            // Then a later ON belongs to this join: "a LEFT JOIN b JOIN c ON …" is "a LEFT JOIN (b JOIN c) ON …".
            reading.unknown(join);
        }
        for (Expression on : join.getOnExpressions()) {
            reading.keywords("on");
            queries.expressions(ctes).expression(on, block.deciding(outer ? joined : decided));
        }
        using(join.getUsingColumns());
    }

    private void joinWords(Join join) {
        if (join.isLeft()) {
            reading.keywords("left");
            reading.optional("outer");
        } else if (join.isInner()) {
            reading.keywords("inner");
        } else if (join.isCross()) {
            reading.keywords("cross");
        }
        reading.keywords("join");
    }

    /** USING asks for equal values, and binds nothing: a merged column belongs to no table in particular. */
    private void using(Collection<Column> columns) {
        if (columns.isEmpty()) {
            return;
        }
        reading.keywords("using");
        reading.symbol("(");
        boolean first = true;
        for (Column column : columns) {
            if (!first) {
                reading.symbol(",");
            }
            reading.name(column.getColumnName());
            first = false;
        }
        reading.symbol(")");
    }

    private List<TableUse> item(FromItem item) {
        switch (item) {
            case Table table -> {
                return table(table).map(List::of).orElse(List.of());
            }
            case ParenthesedFromItem group -> {
                reading.symbol("(");
                List<TableUse> decided = read(group.getFromItem(), group.getJoins());
                reading.symbol(")");
                return decided;
            }
            case ParenthesedSelect select
            when select.getAlias() != null -> {
                queries.query(select, ctes);
                queries.alias(select.getAlias());
                block.addDerived(Names.plain(select.getAlias().getName()));
            }
            default -> reading.unknown(item);
        }
        return List.of();
    }

    /** Reads a table with its alias and adds it to the block; empty for a common table expression. */
    Optional<TableUse> table(Table table) {
        String name = Names.plain(table.getName());
        if (table.getSchemaName() != null
                || table.getDatabase().getFullyQualifiedName().length() > 0) {
            reading.refuse(Rule.KNOWN_TABLE, "the table " + table.getFullyQualifiedName() + " of another schema");
        }
        for (int part = table.getNameParts().size() - 1; part > 0; part--) {
            reading.name(table.getNameParts().get(part));
            reading.symbol(".");
        }
        reading.name(table.getName());
        queries.alias(table.getAlias());
        String alias =
                table.getAlias() == null ? name : Names.plain(table.getAlias().getName());
        if (ctes.contains(name)) {
            block.addDerived(alias);
            return Optional.empty();
        }
        return Optional.of(block.add(alias, name, scope(name)));
    }

    private TableScope scope(String name) {
        Optional<TableScope> scope = catalogue.scope(name);
        if (scope.isEmpty()) {
            reading.refuse(Rule.KNOWN_TABLE, "the unknown table " + name);
        }
        return scope.orElse(TableScope.SHARED_WRITABLE);
    }
}
