package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** Another tenant has this code. */
public final class TenantCodeTaken extends DomainException {

    public TenantCodeTaken(String code) {
        super(Kind.CONFLICT, "tenant-code-taken", "There is a tenant '" + code + "' already.", Map.of("code", code));
    }
}
