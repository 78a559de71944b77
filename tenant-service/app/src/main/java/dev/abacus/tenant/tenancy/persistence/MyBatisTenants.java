package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.idempotency.IdempotencyKeyReused;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.tenant.tenancy.TenantDirectory;
import dev.abacus.tenant.tenancy.TenantProfile;
import dev.abacus.tenant.tenancy.domain.AccessVersionBook;
import dev.abacus.tenant.tenancy.domain.CreationKey;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.TenantCodeTaken;
import dev.abacus.tenant.tenancy.domain.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Tenants in {@code tenant_tenant}. */
@Repository
class MyBatisTenants implements Tenants, TenantDirectory, AccessVersionBook {

    private final TenantMapper mapper;

    MyBatisTenants(TenantMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(mapper.selectById(id.value())).map(TenantRow::toTenant);
    }

    @Override
    public Optional<TenantProfile> profile(TenantId id) {
        return Optional.ofNullable(mapper.selectById(id.value())).map(TenantRow::toProfile);
    }

    @Override
    public Optional<TenantProfile> profileByCode(String code) {
        return Optional.ofNullable(mapper.byCode(code.strip().toLowerCase(Locale.ROOT)))
                .map(TenantRow::toProfile);
    }

    @Override
    public Optional<Tenant> createdWith(CreationKey key) {
        TenantRow row = mapper.byCreationKey(key.key());
        if (row != null && !row.creationDigest.equals(key.digest())) {
            throw new IdempotencyKeyReused();
        }
        return Optional.ofNullable(row).map(TenantRow::toTenant);
    }

    @Override
    public void add(Tenant tenant, CreationKey key) {
        try {
            mapper.insert(TenantRow.of(tenant, key));
        } catch (DuplicateKeyException e) {
            throw new TenantCodeTaken(tenant.company().code());
        }
    }

    @Override
    public void update(Tenant tenant) {
        if (mapper.change(TenantRow.of(tenant, CreationKey.none())) == 0) {
            throw new EntityVersion.Stale(
                    tenant.version(), mapper.selectById(tenant.id().value()).version);
        }
    }

    @Override
    public List<Tenant> list(Filter filter, long after, int limit) {
        var query = new QueryWrapper<TenantRow>()
                .gt("id", after)
                .eq(filter.status() != null, "status", filter.status())
                .and(
                        filter.text() != null,
                        either -> either.likeRight("code", filter.text()).or().likeRight("name", filter.text()))
                .orderByAsc("id")
                .last("LIMIT " + limit);
        return mapper.selectList(query).stream().map(TenantRow::toTenant).toList();
    }

    @Override
    public Map<String, Integer> perShard() {
        return mapper.perShard().stream().collect(Collectors.toMap(row -> row.shard, row -> row.tenants));
    }

    @Override
    public long raise(TenantId tenant) {
        mapper.raiseAccess(tenant.value());
        return mapper.accessVersion(tenant.value());
    }
}
