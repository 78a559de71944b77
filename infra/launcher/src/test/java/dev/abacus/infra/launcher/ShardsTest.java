package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardsTest {

    @Test
    void services_are_told_of_shards_only_when_there_are_more_than_they_know(@TempDir Path home) throws Exception {
        Stack stack = new Stack(Path.of("/checkout"), home, 0);
        assertThat(Shards.of(stack).names()).containsExactly("suite_0", "suite_1");
        assertThat(Shards.of(stack).options()).isEmpty();
        assertThat(Shards.of(stack).choice()).isEmpty();

        Shards.of(stack).add("suite_2");
        Shards.of(stack).add("suite_2");

        assertThat(Shards.of(stack).names()).containsExactly("suite_0", "suite_1", "suite_2");
        assertThat(Shards.of(stack).options()).containsExactly("-Dabacus.shards=suite_0,suite_1,suite_2");
        assertThat(Shards.of(stack).choice())
                .hasSize(6)
                .contains("-Dabacus.onboarding.shards[2].name=suite_2", "-Dabacus.onboarding.shards[2].weight=1");
    }
}
