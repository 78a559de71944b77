package dev.abacus.lane.control.api;

import dev.abacus.kernel.tenancy.TenantId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Tenants to put on a list and to take off it. Who is there already, or not there, stays so. */
public record ChangeTenants(
        @Size(max = 20_000) Set<TenantId> add,
        @Size(max = 20_000) Set<TenantId> remove,
        @NotBlank @Size(max = 400) String reason) {

    public ChangeTenants {
        add = add == null ? Set.of() : Set.copyOf(add);
        remove = remove == null ? Set.of() : Set.copyOf(remove);
    }
}
