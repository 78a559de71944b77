package dev.abacus.kernel.sharding;

import dev.abacus.kernel.sqlguard.TableScope;
import dev.abacus.kernel.sqlguard.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The tables that a service owns, from its {@code abacus-tables.yaml}, and those that the kernel adds:
 * <pre>
 * tables:
 *   - name: inventory_product
 *   - name: inventory_stock_ledger
 *     split: 4            # inventory_stock_ledger_0 … _3 by tenant
 *   - name: tenant_tenant
 *     scope: shared       # not a tenant's data
 *   - name: inventory_unit
 *     published: true     # functions may read the tenant's rows of it; its columns are only ever added to
 * </pre>
 */
public record ServiceTables(List<Table> tables) {

    static final String FILE = "abacus-tables.yaml";

    private static final List<String> KERNEL = List.of(
            "outbox", "inbox", "idempotency", "tcc_fence", "import_job", "import_part", "import_error", "job_claim");

    /**
     * @param parts how many physical tables hold it; 1 when it is not split
     * @param published whether functions may read a tenant's rows of it
     */
    public record Table(String name, TableScope scope, int parts, boolean published) {

        public Table {
            if (published && scope != TableScope.TENANT) {
                throw new IllegalArgumentException(name + " holds no tenant's rows, which could be published");
            }
        }

        public boolean isSplit() {
            return parts > 1;
        }
    }

    public ServiceTables {
        tables = List.copyOf(tables);
    }

    /** Reads the class path's table list for {@code service}. */
    public static ServiceTables load(String service) {
        List<Table> tables = new ArrayList<>();
        KERNEL.forEach(name -> tables.add(new Table(service + "_" + name, TableScope.TENANT, 1, false)));
        var file = new ClassPathResource(FILE);
        if (file.exists()) {
            tables.addAll(read(file));
        }
        return new ServiceTables(tables);
    }

    private static List<Table> read(ClassPathResource file) {
        try (InputStream in = file.getInputStream()) {
            Map<String, List<Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return document.getOrDefault("tables", List.of()).stream()
                    .map(ServiceTables::table)
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Table table(Map<String, Object> entry) {
        String scope = entry.getOrDefault("scope", "tenant").toString();
        return new Table(
                entry.get("name").toString(),
                TableScope.valueOf(scope.toUpperCase(Locale.ROOT).replace('-', '_')),
                ((Number) entry.getOrDefault("split", 1)).intValue(),
                Boolean.TRUE.equals(entry.get("published")));
    }

    /** What the SQL guard lets statements name. */
    public List<TableSpec> specs() {
        return specs(tables.stream());
    }

    /** What functions may name. */
    public List<TableSpec> published() {
        return specs(tables.stream().filter(Table::published));
    }

    private static List<TableSpec> specs(Stream<Table> tables) {
        return tables.map(t -> new TableSpec(t.name(), t.scope())).toList();
    }

    Stream<Table> tenantTables() {
        return tables.stream().filter(t -> t.scope() == TableScope.TENANT);
    }
}
