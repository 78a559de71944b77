package dev.abacus.kernel.sqlguard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that a service may touch. What is not listed does not exist for it: not another service's tables in the
 * same schema, not a split table's parts, not the database's own.
 */
public final class TableCatalogue {

    /** The column that names the tenant, first in each tenant-scoped table. */
    public static final String TENANT_COLUMN = "tenant_id";

    private final Map<String, TableScope> scopes;

    private TableCatalogue(Map<String, TableScope> scopes) {
        this.scopes = Map.copyOf(scopes);
    }

    /** @throws IllegalArgumentException when a table is listed twice */
    public static TableCatalogue of(Collection<TableSpec> tables) {
        Map<String, TableScope> scopes = new HashMap<>();
        for (TableSpec table : tables) {
            if (scopes.put(table.name(), table.scope()) != null) {
                throw new IllegalArgumentException("table " + table.name() + " is listed twice");
            }
        }
        return new TableCatalogue(scopes);
    }

    /** How {@code table} is scoped; empty when the service does not own it. */
    public Optional<TableScope> scope(String table) {
        return Optional.ofNullable(scopes.get(table.toLowerCase(Locale.ROOT)));
    }

    /** Whether {@code table} is listed and its rows belong to tenants. */
    public boolean isTenantScoped(String table) {
        return scope(table).filter(TableScope.TENANT::equals).isPresent();
    }
}
