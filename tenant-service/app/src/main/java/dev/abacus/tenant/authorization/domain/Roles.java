package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.tenant.api.RoleId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles of the current tenant. */
public interface Roles {

    /** In the order in which they were made. */
    List<Role> all();

    Optional<Role> find(RoleId id);

    Optional<Role> named(String code);

    /** @throws RoleCodeTaken when another role has the code */
    void add(Role role);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when somebody else changed it meanwhile */
    void update(Role role);

    void remove(Role role);

    /** @throws NotFound when this tenant has no such role */
    default Role get(RoleId id) {
        return find(id).orElseThrow(() -> new NotFound("role", id));
    }

    /** @throws NotFound when one of them is not a role of this tenant */
    default List<Role> getAll(Collection<RoleId> ids) {
        return Set.copyOf(ids).stream().map(this::get).toList();
    }
}
