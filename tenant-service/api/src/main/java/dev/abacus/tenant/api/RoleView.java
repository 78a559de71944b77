package dev.abacus.tenant.api;

import java.util.List;

/**
 * A named set of permission points.
 *
 * @param code stable name within the tenant
 * @param system whether the suite defines it; such a role cannot be changed or deleted
 */
public record RoleView(RoleId id, String code, String name, boolean system, List<String> permissions, int version) {

    public RoleView {
        permissions = List.copyOf(permissions);
    }
}
