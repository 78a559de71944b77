package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void the_runner_is_told_where_each_service_has_its_migrations_and_its_rows() {
        List<String> options = Schemas.options(Stack.of(ROOT, Map.of("ABACUS_HOME", "/nowhere")));

        assertThat(options)
                .contains(
                        "-Dabacus.shards=suite_0,suite_1",
                        "-Dabacus.sql.schemas=tenant,inventory,trade,lane,function",
                        "-Dabacus.sql.schema.tenant.shards=tenant",
                        "-Dabacus.sql.schema.function.shards=fn",
                        "-Dabacus.sql.schema.function.user=fn")
                .noneMatch(option -> option.startsWith("-Dabacus.sql.schema.trade.shards"));
        assertThat(options).filteredOn(option -> option.contains(".folders=")).allSatisfy(option -> assertThat(
                        option.substring(option.indexOf('=') + 1).split(":"))
                .hasSize(ofTenants(option) ? 2 : 1)
                .allSatisfy(folder -> assertThat(Path.of(folder)).isNotEmptyDirectory()));
    }

    /** They have the kernel's tables too. */
    private static boolean ofTenants(String option) {
        return !option.contains(".lane.") && !option.contains(".function.");
    }

    @Test
    void an_instance_on_a_lane_looks_after_what_it_adds_itself() {
        assertThat(Schemas.areNeededBy(List.of(ProgramMother.program("trade-service"))))
                .isTrue();
        assertThat(Schemas.areNeededBy(List.of(ProgramMother.program("trade-service@spring-1"))))
                .isFalse();
        assertThat(Schemas.areNeededBy(List.of(ProgramMother.program("mariadb"), ProgramMother.program("bff"))))
                .isFalse();
    }
}
