package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.TwoTenants.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shape of {@link Shapes} on the guard and, with its positive control, on the real database. */
@WithServers(Server.MARIADB)
class SqlGuardShapesTest {

    private static TwoTenants tenants;

    private final SqlGuard guard = new SqlGuard(CATALOGUE, new SimpleMeterRegistry());

    @BeforeAll
    static void two_tenants_with_the_same_keys() throws SQLException {
        tenants = new TwoTenants();
    }

    @AfterAll
    static void goodbye() throws SQLException {
        tenants.close();
    }

    static Stream<Shape> shapes() {
        return Shapes.all();
    }

    static Stream<Shape> attacks() {
        return Shapes.all().filter(Shape::real);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void is_refused(Shape shape) {
        SqlRefused refused = catchThrowableOfType(SqlRefused.class, () -> guard.inspect(shape.refused()));

        assertThat(refused).as(shape.refused()).isNotNull();
        assertThat(refused.rule()).as(refused.getMessage()).isEqualTo(shape.rule());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void has_a_neighbour_that_is_allowed_and_stays_inside_its_tenant(Shape shape) throws SQLException {
        guard.inspect(shape.allowed());

        assertThat(tenants.isExecutable(shape.allowed())).as(shape.allowed()).isTrue();
        assertThat(tenants.interference(shape.allowed())).as(shape.allowed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void would_cross_the_tenants_border_if_it_were_not_refused(Shape shape) throws SQLException {
        assertThat(tenants.interference(shape.refused())).as(shape.refused()).isNotEmpty();
    }

    @Test
    void there_are_more_shapes_than_the_interceptor_was_tried_with() {
        assertThat(Shapes.all()).hasSizeGreaterThan(72).doesNotHaveDuplicates();
        assertThat(attacks()).hasSizeGreaterThan(60);
    }
}
