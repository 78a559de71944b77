package dev.abacus.tenant.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.sqlguard.SqlRefused;
import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of users and roles, with the same ids in two tenants. */
class IsolationTest extends TenantServiceTest {

    private static final Users.Filter ALL = new Users.Filter(null, null);

    @Autowired
    private Users users;

    @Autowired
    private Roles roles;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private TenantId here;
    private TenantId there;
    private final UserId user = new UserId(7);
    private final RoleId role = new RoleId(8);

    @BeforeEach
    void theSameIdsInTwoTenants() {
        here = new TenantId(ids.next());
        there = new TenantId(ids.next());
        fill(here, "here");
        fill(there, "there");
    }

    private void fill(TenantId tenant, String name) {
        TenantContext.run(tenant, () -> {
            roles.add(new Role(role, "role", name, Set.of("product.read"), 0));
            users.add(User.create(user, "bob", name, null, "hash of " + name, Set.of(role), Instant.EPOCH));
        });
    }

    private User bob(TenantId tenant) {
        return TenantContext.call(tenant, () -> users.find(user).orElseThrow());
    }

    @Test
    void each_finds_its_own() {
        assertThat(bob(here).name()).isEqualTo("here");
        assertThat(bob(there).name()).isEqualTo("there");
        TenantContext.run(here, () -> {
            assertThat(users.named("BOB").orElseThrow().passwordHash()).isEqualTo("hash of here");
            assertThat(users.list(ALL, 0, 10)).hasSize(1);
            assertThat(users.count()).isEqualTo(1);
            assertThat(roles.all()).extracting(Role::name).containsExactly("here");
            assertThat(users.countActive(role)).isEqualTo(1);
        });
    }

    @Test
    void a_change_touches_one() {
        TenantContext.run(here, () -> {
            User mine = users.find(user).orElseThrow();
            mine.assign(Set.of());
            mine.disable(Instant.now());
            users.update(mine);
            users.rehash(user, "new");
            users.lock(user, Instant.now());
            users.countFailure(user);
            roles.update(roles.get(role).redefined("changed", Set.of("stock.read")));
        });

        User theirs = bob(there);
        assertThat(theirs.isActive()).isTrue();
        assertThat(theirs.roles()).containsExactly(role);
        assertThat(theirs.passwordHash()).isEqualTo("hash of there");
        assertThat(theirs.lockedUntil()).isNull();
        TenantContext.run(there, () -> {
            assertThat(roles.get(role).permissions()).containsExactly("product.read");
            assertThat(users.countFailure(user)).isEqualTo(1);
        });
    }

    @Test
    void a_removal_touches_one() {
        TenantContext.run(here, () -> {
            User mine = users.find(user).orElseThrow();
            mine.assign(Set.of());
            users.update(mine);
            roles.remove(roles.get(role));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> roles.get(role));
        });

        TenantContext.run(there, () -> {
            assertThat(roles.get(role).name()).isEqualTo("there");
            assertThat(users.anyWith(role)).isTrue();
        });
    }

    @Test
    void without_a_tenant_nothing_is_read_or_written() {
        assertThatThrownBy(() -> users.find(user)).hasRootCauseInstanceOf(NoTenant.class);
        assertThatThrownBy(() -> users.list(ALL, 0, 10)).hasRootCauseInstanceOf(NoTenant.class);
        assertThatThrownBy(() -> roles.all()).hasRootCauseInstanceOf(NoTenant.class);
        assertThatThrownBy(() -> users.clearFailures(user)).hasRootCauseInstanceOf(NoTenant.class);
    }

    @Test
    void the_guard_stands_behind_sql_that_forgets_the_tenant() {
        TenantContext.run(here, () -> {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM tenant_user WHERE tenant_id = ?")
                            .param(here.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThatThrownBy(() -> jdbc.sql("SELECT COUNT(*) FROM tenant_user")
                            .query(Long.class)
                            .single())
                    .isInstanceOf(SqlRefused.class);
            assertThatThrownBy(() -> jdbc.sql("SELECT COUNT(*) FROM tenant_user WHERE tenant_id = ?")
                            .param(there.value())
                            .query(Long.class)
                            .single())
                    .isInstanceOf(SqlRefused.class);
        });
    }

    @Test
    void nobody_can_have_a_role_of_another_tenant() {
        TenantContext.run(there, () -> roles.add(new Role(new RoleId(9), "only-there", "x", Set.of(), 0)));

        TenantContext.run(here, () -> {
            User mine = users.find(user).orElseThrow();
            mine.assign(Set.of(new RoleId(9)));
            assertThatThrownBy(() -> users.update(mine)).isInstanceOf(Exception.class);
        });
    }
}
