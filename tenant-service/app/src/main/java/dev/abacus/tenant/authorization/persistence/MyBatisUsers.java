package dev.abacus.tenant.authorization.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.UsernameTaken;
import dev.abacus.tenant.authorization.domain.Users;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Users in {@code tenant_user}, their roles in {@code tenant_user_role}. */
@Repository
class MyBatisUsers implements Users {

    private final UserMapper users;
    private final UserRoleMapper roles;
    private final Ids ids;

    MyBatisUsers(UserMapper users, UserRoleMapper roles, Ids ids) {
        this.users = users;
        this.roles = roles;
        this.ids = ids;
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(users.selectById(id.value())).map(this::withRoles);
    }

    @Override
    public Optional<User> named(String username) {
        return Optional.ofNullable(users.bySignInName(UserRow.signInName(username)))
                .map(this::withRoles);
    }

    @Override
    public void add(User user) {
        try {
            users.insert(UserRow.of(user));
        } catch (DuplicateKeyException e) {
            throw new UsernameTaken(user.username());
        }
        addRoles(user);
    }

    @Override
    public void update(User user) {
        if (users.change(UserRow.of(user)) == 0) {
            throw new EntityVersion.Stale(
                    user.version(), users.selectById(user.id().value()).version);
        }
        roles.removeAllOf(user.id().value());
        addRoles(user);
    }

    private void addRoles(User user) {
        user.roles()
                .forEach(role ->
                        roles.insert(UserRoleRow.of(ids.next(), user.id().value(), role.value())));
    }

    @Override
    public void rehash(UserId id, String passwordHash) {
        users.rehash(id.value(), passwordHash);
    }

    @Override
    public int countFailure(UserId id) {
        users.countFailure(id.value());
        return users.failures(id.value());
    }

    @Override
    public void lock(UserId id, Instant until) {
        users.lock(id.value(), ColumnTime.of(until));
    }

    @Override
    public void clearFailures(UserId id) {
        users.clearFailures(id.value());
    }

    @Override
    public List<User> list(Filter filter, long after, int limit) {
        var query = new QueryWrapper<UserRow>()
                .gt("id", after)
                .ne("status", User.Status.REMOVED)
                .eq(filter.status() != null, "status", filter.status())
                .likeRight(filter.text() != null, "username", filter.text())
                .orderByAsc("id")
                .last("LIMIT " + limit);
        return withRoles(users.selectList(query));
    }

    @Override
    public int count() {
        return users.count();
    }

    @Override
    public int countActive(RoleId role) {
        return users.countActive(role.value());
    }

    @Override
    public boolean anyWith(RoleId role) {
        return roles.selectCount(new QueryWrapper<UserRoleRow>().eq("role_id", role.value())) > 0;
    }

    private User withRoles(UserRow row) {
        return withRoles(List.of(row)).getFirst();
    }

    private List<User> withRoles(List<UserRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var query = new QueryWrapper<UserRoleRow>()
                .in("user_id", rows.stream().map(row -> row.id).toList());
        Map<Long, Set<RoleId>> rolesOf = roles.selectList(query).stream()
                .collect(groupingBy(row -> row.userId, mapping(row -> new RoleId(row.roleId), toSet())));
        return rows.stream()
                .map(row -> row.toUser(rolesOf.getOrDefault(row.id, Set.of())))
                .toList();
    }
}
