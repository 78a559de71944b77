package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.TenantStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books of tenants. */
public interface Tenants {

    Optional<Tenant> find(TenantId id);

    Optional<Tenant> createdWith(CreationKey key);

    /**
     * @param key what the caller named this creation; {@link CreationKey#none()} when he did not
     * @throws TenantCodeTaken when another tenant has the code
     */
    void add(Tenant tenant, CreationKey key);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when somebody else changed it meanwhile */
    void update(Tenant tenant);

    /** @return up to {@code limit} of those after the id {@code after}, oldest first */
    List<Tenant> list(Filter filter, long after, int limit);

    /** How many tenants each shard carries, of those that are not closed. */
    Map<String, Integer> perShard();

    /**
     * What a list is narrowed by; {@code null} means any.
     *
     * @param text the beginning of a code or a name
     */
    record Filter(TenantStatus status, String text) {}
}
