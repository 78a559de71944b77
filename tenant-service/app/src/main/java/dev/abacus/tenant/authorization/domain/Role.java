package dev.abacus.tenant.authorization.domain;

import dev.abacus.tenant.api.RoleId;
import java.util.Set;

/**
 * A named set of permission points.
 *
 * @param code stable within the tenant
 * @param permissions what it holds; for the administrator everything, see {@link #grants}
 */
public record Role(RoleId id, String code, String name, Set<String> permissions, int version) {

    /** The role that may do everything, also what later versions of the suite bring. It cannot be changed. */
    public static final String ADMINISTRATOR = "administrator";

    public Role {
        permissions = Set.copyOf(permissions);
    }

    public boolean isAdministrator() {
        return ADMINISTRATOR.equals(code);
    }

    public Set<String> grants(PermissionCatalogue catalogue) {
        return isAdministrator() ? catalogue.codes() : permissions;
    }

    public Role redefined(String newName, Set<String> newPermissions) {
        return new Role(id, code, newName, newPermissions, version);
    }
}
