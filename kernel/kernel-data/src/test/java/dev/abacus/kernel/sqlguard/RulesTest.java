package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.TwoTenants.CATALOGUE;
import static dev.abacus.kernel.sqlguard.TwoTenants.NEIGHBOUR;
import static dev.abacus.kernel.sqlguard.TwoTenants.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the rules out of the guard one by one, and looks at what comes through then. */
@WithServers(Server.MARIADB)
class RulesTest {

    private static TwoTenants tenants;

    @BeforeAll
    static void two_tenants_with_the_same_keys() throws SQLException {
        tenants = new TwoTenants();
    }

    @AfterAll
    static void goodbye() throws SQLException {
        tenants.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAME_TENANT")
    void a_guard_without_the_rule_lets_an_attack_through(Rule rule) throws SQLException {
        SqlGuard weak = new SqlGuard(CATALOGUE, new SimpleMeterRegistry(), Enforcement.allBut(rule));

        List<Shape> through = Shapes.all()
                .filter(Shape::real)
                .filter(attack -> isAccepted(weak, attack))
                .toList();

        assertThat(through).as("attacks that only %s stops", rule).isNotEmpty();
        assertThat(through).extracting(Shape::rule).containsOnly(rule);
        for (Shape attack : through) {
            assertThat(tenants.interference(attack.refused()))
                    .as(attack.refused())
                    .isNotEmpty();
        }
    }

    @Test
    void a_guard_that_does_not_compare_the_tenant_lets_the_neighbours_through() {
        String sql = "SELECT name FROM product WHERE tenant_id = ?";
        SqlGuard weak = new SqlGuard(CATALOGUE, new SimpleMeterRegistry(), Enforcement.allBut(Rule.SAME_TENANT));
        SqlGuard guard = new SqlGuard(CATALOGUE, new SimpleMeterRegistry());

        TenantContext.run(OWN, () -> {
            weak.allow(sql, weak.inspect(sql), ordinal -> NEIGHBOUR.value());
            assertThatThrownBy(() -> guard.allow(sql, guard.inspect(sql), ordinal -> NEIGHBOUR.value()))
                    .isInstanceOf(SqlRefused.class)
                    .hasMessageContaining("same-tenant");
            guard.allow(sql, guard.inspect(sql), ordinal -> OWN.value());
        });
    }

    private static boolean isAccepted(SqlGuard guard, Shape shape) {
        try {
            guard.inspect(shape.refused());
            return true;
        } catch (SqlRefused e) {
            return false;
        }
    }
}
