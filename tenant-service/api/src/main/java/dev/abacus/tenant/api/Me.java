package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.TenantId;
import java.util.List;

/**
 * Who is signed in, where, and what he may do: what a user interface needs to draw itself.
 *
 * @param permissions in the order of the catalogue
 */
public record Me(UserView user, Company company, List<String> permissions) {

    public Me {
        permissions = List.copyOf(permissions);
    }

    /** The caller's company. */
    public record Company(TenantId id, String code, String name, String currency, String language, String timeZone) {}
}
