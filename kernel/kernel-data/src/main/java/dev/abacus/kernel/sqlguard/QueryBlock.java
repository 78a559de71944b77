package dev.abacus.kernel.sqlguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One FROM with its conditions, or one UPDATE or DELETE: which tenant-scoped tables it names, and which of them are
 * bound to a tenant.
 *
 * <p>A table is bound by {@code alias.tenant_id = value}, or by {@code alias.tenant_id = other.tenant_id} when the other
 * one is bound, in this block and where the condition decides about the table's rows: in WHERE and an inner join's ON for
 * tables that no outer join makes optional; for an optional one in the ON of its own outer join. In another outer
 * join's ON a condition leaves the rows in, and in WHERE it would make the outer join an inner one against its author's
 * words. An outer block's tables bind nothing here: each block is safe by itself, wherever it is put.
 */
final class QueryBlock {

    private final Reading reading;
    private final Map<String, TableUse> tables = new LinkedHashMap<>();
    private final List<String> aliases = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    QueryBlock(Reading reading) {
        this.reading = reading;
    }

    /** An occurrence of a table of the catalogue. */
    static final class TableUse {

        private final String name;
        private final TableScope scope;
        private boolean bound;

        private TableUse(String name, TableScope scope) {
            this.name = name;
            this.scope = scope;
        }

        TableScope scope() {
            return scope;
        }
    }

    private record Link(TableUse from, TableUse to) {}

    TableUse add(String alias, String table, TableScope scope) {
        addDerived(alias);
        TableUse use = new TableUse(table, scope);
        tables.put(alias, use);
        if (scope == TableScope.TENANT) {
            reading.touchesTenantTable();
        }
        return use;
    }

    /** A derived table or common table expression: it has no tenant of its own, its own blocks have. */
    void addDerived(String alias) {
        String folded = alias.toLowerCase(Locale.ROOT);
        if (aliases.contains(folded)) {
            reading.refuse(Rule.UNDERSTOOD, "two tables called " + alias + " in one FROM");
        }
        aliases.add(folded);
    }

    /** Where a condition stands that decides about the rows of {@code tables}. */
    Conjuncts deciding(Collection<TableUse> decided) {
        Set<TableUse> targets = Set.copyOf(decided);
        return (left, right) -> {
            bind(left, right, targets);
            bind(right, left, targets);
        };
    }

    private void bind(Operand column, Operand value, Set<TableUse> targets) {
        TableUse table = tenantColumnOf(column);
        if (table == null) {
            return;
        }
        if (value.isValue()) {
            reading.tenantNamedBy(value);
            table.bound |= targets.contains(table);
        } else {
            TableUse other = tenantColumnOf(value);
            if (other != null && targets.contains(table)) {
                links.add(new Link(other, table));
            }
        }
    }

    /** The table whose tenant {@code operand} is; null when it is no tenant column of this block. Aliases compare exactly: whether a server tells x from X is its own matter. */
    TableUse tenantColumnOf(Operand operand) {
        if (!(operand instanceof Operand.ColumnUse column) || !column.isTenantColumn()) {
            return null;
        }
        TableUse table = column.table() != null
                ? tables.get(column.table())
                : aliases.size() == 1 && tables.size() == 1
                        ? tables.values().iterator().next()
                        : null;
        return table != null && table.scope == TableScope.TENANT ? table : null;
    }

    TableUse table(String alias) {
        return tables.get(alias);
    }

    Collection<TableUse> tables() {
        return tables.values();
    }

    boolean hasOneTable() {
        return aliases.size() == 1;
    }

    boolean isBound(TableUse table) {
        return table.bound;
    }

    /** All conditions are read: follows the equalities, and refuses the block if a table is left unbound. */
    void close() {
        boolean more = true;
        while (more) {
            more = false;
            for (Link link : links) {
                if (link.from.bound && !link.to.bound) {
                    link.to.bound = true;
                    more = true;
                }
            }
        }
        tables.forEach((alias, table) -> {
            if (table.scope == TableScope.TENANT && !table.bound) {
                reading.refuse(
                        Rule.SCOPED_TABLE,
                        "no condition " + alias + ".tenant_id = ? decides about the rows of " + table.name);
            }
        });
    }
}
