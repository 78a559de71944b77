package dev.abacus.function.dispatcher.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.FunctionYaml;
import dev.abacus.function.dispatcher.registry.domain.Snapshot.Known;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static final int TENANTS = 10_000;

    /** Ids as they are given out: large, close together, and all different. */
    private static final List<String> IDS = LongStream.range(0, TENANTS)
            .mapToObj(n -> Long.toString(712_345_678_901_234_567L + n * 4_194_304 + n % 3))
            .toList();

    private final Random chance = new Random(7);

    private static DeployedVersion version(int number, String lane) {
        return new DeployedVersion(
                "hello",
                number,
                FunctionYaml.read("name: hello\nhandler: Hello"),
                "0".repeat(64),
                lane,
                "wu",
                "because",
                Instant.EPOCH);
    }

    private static Snapshot with(Map<String, Target> aliases) {
        List<DeployedVersion> versions =
                List.of(version(1, null), version(2, null), version(3, "spring-1"), version(4, "spring-1"));
        return new Snapshot(1, Map.of("hello", Known.of(versions, aliases)));
    }

    private int resolved(Snapshot snapshot, String qualifier, String tenant, String lane) {
        return snapshot.resolve("hello", qualifier, tenant, lane, chance)
                .map(DeployedVersion::number)
                .orElse(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 5_000, 9_900})
    void a_weight_is_kept_within_a_point_over_ten_thousand_tenants_and_each_keeps_its_version(int basisPoints) {
        Snapshot snapshot = with(Map.of("live", new Target(1, 2, basisPoints)));
        long second = IDS.stream()
                .filter(tenant -> resolved(snapshot, null, tenant, null) == 2)
                .count();
        assertThat(second * 100.0 / TENANTS).isCloseTo(basisPoints / 100.0, within(1.0));
        Snapshot later = with(Map.of("live", new Target(1, 2, basisPoints)));
        assertThat(IDS)
                .allMatch(tenant -> resolved(later, null, tenant, null) == resolved(snapshot, null, tenant, null));
    }

    @Test
    void a_larger_share_only_adds_tenants() {
        Snapshot ten = with(Map.of("live", new Target(1, 2, 1_000)));
        Snapshot twenty = with(Map.of("live", new Target(1, 2, 2_000)));
        assertThat(IDS.stream().filter(tenant -> resolved(ten, null, tenant, null) == 2))
                .isNotEmpty()
                .allMatch(tenant -> resolved(twenty, null, tenant, null) == 2);
    }

    @Test
    void each_alias_draws_for_itself() {
        Snapshot snapshot = with(Map.of("live", new Target(1, 2, 5_000), "beta", new Target(1, 2, 5_000)));
        long same = IDS.stream()
                .filter(tenant -> resolved(snapshot, "live", tenant, null) == resolved(snapshot, "beta", tenant, null))
                .count();
        assertThat(same).isBetween(4_500L, 5_500L);
    }

    @Test
    void the_platforms_own_calls_are_drawn_anew_each_time() {
        Snapshot snapshot = with(Map.of("live", new Target(1, 2, 5_000)));
        assertThat(IntStream.range(0, 100)
                        .map(n -> resolved(snapshot, null, null, null))
                        .distinct())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_lane_gets_its_newest_version_and_no_other_lanes() {
        Snapshot snapshot = with(Map.of("live", Target.of(1)));
        assertThat(resolved(snapshot, null, "42", "spring-1")).isEqualTo(4);
        assertThat(resolved(snapshot, "live", "42", "spring-1")).isEqualTo(4);
        assertThat(resolved(snapshot, null, "42", "summer-1")).isEqualTo(1);
        assertThat(resolved(snapshot, null, "42", null)).isEqualTo(1);
    }

    @Test
    void a_number_is_that_version_whatever_the_lane() {
        Snapshot snapshot = with(Map.of("live", Target.of(1)));
        assertThat(resolved(snapshot, "2", "42", "spring-1")).isEqualTo(2);
        assertThat(snapshot.version("hello", 4)).map(DeployedVersion::lane).contains("spring-1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"9", "beta", "''", "99999999999", "٣"})
    void what_is_not_there_is_not_found(String qualifier) {
        assertThat(resolved(with(Map.of("live", Target.of(1))), qualifier, "42", null))
                .isZero();
    }

    @Test
    void a_function_without_the_alias_live_is_not_found_by_name_alone() {
        assertThat(resolved(with(Map.of()), null, "42", null)).isZero();
        assertThat(with(Map.of()).live()).isEmpty();
        assertThat(with(Map.of("live", new Target(1, 2, 9_000))).live())
                .extracting(DeployedVersion::number)
                .containsExactly(1);
        assertThat(Snapshot.EMPTY.version("hello", 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,1,5000", "1,2,0", "1,2,10000", "1,0,5000", "1,-2,5000"})
    void a_target_is_one_version_or_two_that_share_all(int version, int second, int basisPoints) {
        assertThatThrownBy(() -> new Target(version, second, basisPoints)).hasMessageContaining("An alias points at");
    }
}
