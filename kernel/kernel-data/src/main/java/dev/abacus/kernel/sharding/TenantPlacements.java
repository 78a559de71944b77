package dev.abacus.kernel.sharding;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which shard each tenant lives in, as tenant-service decided when it brought the tenant in. Each service keeps its own
 * copy in its first shard, so routing needs no other service.
 */
public final class TenantPlacements {

    private final String table;
    private final Shards shards;
    private final JdbcClient home;
    private final Clock clock;
    private final Map<Long, String> known = new ConcurrentHashMap<>();

    public TenantPlacements(String service, Shards shards, Clock clock) {
        this.table = service + "_tenant_placement";
        this.shards = shards;
        this.home = JdbcClient.create(shards.home());
        this.clock = clock;
    }

    /** @throws UnknownTenant when the tenant was never placed here: its data is nowhere rather than everywhere */
    public String shardOf(TenantId tenant) {
        return find(tenant).orElseThrow(() -> new UnknownTenant(tenant));
    }

    public Optional<String> find(TenantId tenant) {
        String shard = known.get(tenant.value());
        if (shard != null) {
            return Optional.of(shard);
        }
        Optional<String> stored = home.sql("SELECT shard FROM " + table + " WHERE tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .optional();
        stored.ifPresent(name -> known.put(tenant.value(), name));
        return stored;
    }

    /**
     * Places a tenant that is not placed yet. Placing it again where it is changes nothing.
     *
     * @throws DomainException when there is no such shard, or the tenant lives in another
     */
    public void place(TenantId tenant, String shard) {
        if (!shards.names().contains(shard)) {
            throw new DomainException(Kind.INVALID, "unknown-shard", "There is no shard " + shard);
        }
        home.sql("INSERT IGNORE INTO " + table + " (tenant_id, shard, placed_at) VALUES (?, ?, ?)")
                .params(tenant.value(), shard, ColumnTime.now(clock))
                .update();
        String actual = shardOf(tenant);
        if (!actual.equals(shard)) {
            throw new DomainException(
                    Kind.CONFLICT, "tenant-already-placed", "Tenant " + tenant + " lives in " + actual);
        }
    }

    /** How many tenants live in each shard; a shard without any is there with 0. */
    public Map<String, Long> load() {
        Map<String, Long> load = new LinkedHashMap<>();
        shards.names().forEach(name -> load.put(name, 0L));
        home.sql("SELECT shard, COUNT(*) FROM " + table + " GROUP BY shard")
                .query((row, n) -> load.put(row.getString(1), row.getLong(2)))
                .list();
        return load;
    }

    /** Every tenant that has data here, for sweeps that go tenant by tenant. */
    public List<TenantId> tenants() {
        return home.sql("SELECT tenant_id FROM " + table + " ORDER BY tenant_id")
                .query((row, n) -> new TenantId(row.getLong(1)))
                .list();
    }

    /** This service was never told of the tenant. */
    public static final class UnknownTenant extends DomainException {
        public UnknownTenant(TenantId tenant) {
            super(Kind.NOT_FOUND, "unknown-tenant", "Tenant " + tenant + " has no data here");
        }
    }
}
