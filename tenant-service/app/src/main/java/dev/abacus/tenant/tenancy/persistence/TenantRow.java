package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.Quotas;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.tenancy.TenantProfile;
import dev.abacus.tenant.tenancy.domain.Company;
import dev.abacus.tenant.tenancy.domain.CreationKey;
import dev.abacus.tenant.tenancy.domain.Tenant;
import java.time.LocalDateTime;

/** A row of {@code tenant_tenant}. */
@TableName("tenant_tenant")
class TenantRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    TenantStatus status;
    String reason;
    String shard;
    String plan;
    int requestsPerSecond;
    int users;
    String currency;
    String language;
    String timeZone;
    long accessVersion;
    String creationKey;
    String creationDigest;
    LocalDateTime createdAt;
    int version;

    static TenantRow of(Tenant tenant, CreationKey key) {
        var row = new TenantRow();
        row.id = tenant.id().value();
        row.code = tenant.company().code();
        row.name = tenant.company().name();
        row.status = tenant.status();
        row.reason = tenant.reason();
        row.shard = tenant.shard().orElse(null);
        row.plan = tenant.plan().plan();
        row.requestsPerSecond = tenant.plan().quotas().requestsPerSecond();
        row.users = tenant.plan().quotas().users();
        row.currency = tenant.company().currency().getCurrencyCode();
        row.language = tenant.company().language();
        row.timeZone = tenant.company().timeZone().getId();
        row.creationKey = key.key();
        row.creationDigest = key.digest();
        row.createdAt = ColumnTime.of(tenant.createdAt());
        row.version = tenant.version();
        return row;
    }

    Tenant toTenant() {
        return new Tenant(
                new TenantId(id),
                Company.of(code, name, currency, language, timeZone),
                status,
                reason,
                shard,
                new ChosenPlan(plan, quotas()),
                ColumnTime.instant(createdAt),
                version);
    }

    TenantProfile toProfile() {
        return new TenantProfile(
                new TenantId(id), code, name, status, quotas(), accessVersion, currency, language, timeZone);
    }

    private Quotas quotas() {
        return new Quotas(requestsPerSecond, users);
    }
}
