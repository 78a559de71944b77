package dev.abacus.tenant.authorization.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.RoleCodeTaken;
import dev.abacus.tenant.authorization.domain.Roles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Roles in {@code tenant_role}, what they hold in {@code tenant_role_permission}. */
@Repository
class MyBatisRoles implements Roles {

    private final RoleMapper roles;
    private final RolePermissionMapper permissions;
    private final Ids ids;

    MyBatisRoles(RoleMapper roles, RolePermissionMapper permissions, Ids ids) {
        this.roles = roles;
        this.permissions = permissions;
        this.ids = ids;
    }

    @Override
    public List<Role> all() {
        Map<Long, Set<String>> held = permissions.selectList(null).stream()
                .collect(groupingBy(row -> row.roleId, mapping(row -> row.permission, toSet())));
        return roles.selectList(new QueryWrapper<RoleRow>().orderByAsc("id")).stream()
                .map(row -> row.toRole(held.getOrDefault(row.id, Set.of())))
                .toList();
    }

    @Override
    public Optional<Role> find(RoleId id) {
        return Optional.ofNullable(roles.selectById(id.value())).map(this::withPermissions);
    }

    @Override
    public Optional<Role> named(String code) {
        return Optional.ofNullable(roles.byCode(code)).map(this::withPermissions);
    }

    private Role withPermissions(RoleRow row) {
        return row.toRole(permissions.selectList(new QueryWrapper<RolePermissionRow>().eq("role_id", row.id)).stream()
                .map(held -> held.permission)
                .collect(toSet()));
    }

    @Override
    public void add(Role role) {
        try {
            roles.insert(RoleRow.of(role));
        } catch (DuplicateKeyException e) {
            throw new RoleCodeTaken(role.code());
        }
        addPermissions(role);
    }

    @Override
    public void update(Role role) {
        if (roles.change(RoleRow.of(role)) == 0) {
            throw new EntityVersion.Stale(
                    role.version(), roles.selectById(role.id().value()).version);
        }
        permissions.removeAllOf(role.id().value());
        addPermissions(role);
    }

    @Override
    public void remove(Role role) {
        permissions.removeAllOf(role.id().value());
        roles.deleteById(role.id().value());
    }

    private void addPermissions(Role role) {
        role.permissions()
                .forEach(permission -> permissions.insert(
                        RolePermissionRow.of(ids.next(), role.id().value(), permission)));
    }
}
