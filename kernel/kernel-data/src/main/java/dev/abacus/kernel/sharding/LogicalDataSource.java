package dev.abacus.kernel.sharding;

import dev.abacus.kernel.sharding.ServiceTables.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.ShardingSphereDataSourceFactory;
import org.apache.shardingsphere.infra.algorithm.core.config.AlgorithmConfiguration;
import org.apache.shardingsphere.infra.config.mode.ModeConfiguration;
import org.apache.shardingsphere.mode.repository.standalone.StandalonePersistRepositoryConfiguration;
import org.apache.shardingsphere.sharding.api.config.ShardingRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.rule.ShardingTableReferenceRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.rule.ShardingTableRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.strategy.sharding.StandardShardingStrategyConfiguration;

/** Makes the one data source that a service sees of its shards: each statement goes to the shard of its tenant. */
final class LogicalDataSource {

    private static final String TENANT = "tenant_id";
    private static final String BY_DIRECTORY = "tenant_shard";

    private LogicalDataSource() {}

    static DataSource over(Shards shards, TenantPlacements placements, ServiceTables tables) {
        if (shards.names().size() == 1 && tables.tables().stream().noneMatch(Table::isSplit)) {
            // One schema has nothing to route: ShardingSphere would only cost start-up time and memory.
            return shards.home();
        }
        try {
            return ShardingSphereDataSourceFactory.createDataSource(
                    "suite",
                    new ModeConfiguration(
                            "Standalone", new StandalonePersistRepositoryConfiguration("Memory", new Properties())),
                    shards.all(),
                    List.of(rule(shards, placements, tables)),
                    new Properties());
        } catch (SQLException e) {
            throw new IllegalStateException("the shards cannot be put together", e);
        }
    }

    private static ShardingRuleConfiguration rule(Shards shards, TenantPlacements placements, ServiceTables tables) {
        var rule = new ShardingRuleConfiguration();
        rule.setTables(tables.tenantTables().map(t -> tableRule(t, shards)).toList());
        rule.setDefaultDatabaseShardingStrategy(new StandardShardingStrategyConfiguration(TENANT, BY_DIRECTORY));
        rule.getShardingAlgorithms().put(BY_DIRECTORY, byDirectory(placements));
        var splits = tables.tenantTables()
                .filter(Table::isSplit)
                .map(Table::parts)
                .collect(Collectors.toCollection(TreeSet::new));
        splits.forEach(parts -> rule.getShardingAlgorithms().put(byTenant(parts), intoParts(parts)));
        // Bound tables are joined inside a shard; an unbound join would be sent to every combination of shards.
        rule.getBindingTableGroups().add(bound("whole", tables, 1));
        splits.forEach(parts -> rule.getBindingTableGroups().add(bound("split" + parts, tables, parts)));
        return rule;
    }

    private static ShardingTableRuleConfiguration tableRule(Table table, Shards shards) {
        String nodes = shards.names().stream()
                .flatMap(shard -> table.isSplit()
                        ? IntStream.range(0, table.parts()).mapToObj(n -> shard + "." + table.name() + "_" + n)
                        : java.util.stream.Stream.of(shard + "." + table.name()))
                .collect(Collectors.joining(","));
        var rule = new ShardingTableRuleConfiguration(table.name(), nodes);
        if (table.isSplit()) {
            rule.setTableShardingStrategy(new StandardShardingStrategyConfiguration(TENANT, byTenant(table.parts())));
        }
        return rule;
    }

    private static ShardingTableReferenceRuleConfiguration bound(String name, ServiceTables tables, int parts) {
        return new ShardingTableReferenceRuleConfiguration(
                name,
                tables.tenantTables()
                        .filter(t -> t.parts() == parts)
                        .map(Table::name)
                        .collect(Collectors.joining(",")));
    }

    private static AlgorithmConfiguration byDirectory(TenantPlacements placements) {
        String key = UUID.randomUUID().toString();
        TenantShard.register(key, placements);
        return classBased(TenantShard.class, TenantShard.DIRECTORY, key);
    }

    private static String byTenant(int parts) {
        return "tenant_table_" + parts;
    }

    private static AlgorithmConfiguration intoParts(int parts) {
        return classBased(TenantTable.class, TenantTable.PARTS, Integer.toString(parts));
    }

    private static AlgorithmConfiguration classBased(Class<?> algorithm, String property, String value) {
        var properties = new Properties();
        properties.setProperty("strategy", "STANDARD");
        properties.setProperty("algorithmClassName", algorithm.getName());
        properties.setProperty(property, value);
        return new AlgorithmConfiguration("CLASS_BASED", properties);
    }
}
