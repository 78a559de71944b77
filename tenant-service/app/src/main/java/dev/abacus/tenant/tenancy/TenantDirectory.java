package dev.abacus.tenant.tenancy;

import dev.abacus.kernel.tenancy.TenantId;
import java.util.Optional;

/** Looks tenants up, in whatever state they are. */
public interface TenantDirectory {

    Optional<TenantProfile> profile(TenantId id);

    /** @param code as a person typed it; case and outer blanks do not matter */
    Optional<TenantProfile> profileByCode(String code);
}
