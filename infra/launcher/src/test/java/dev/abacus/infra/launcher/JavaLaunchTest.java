package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The flags of every program's JVM. */
class JavaLaunchTest {

    @Test
    void a_developers_own_flags_come_last_so_that_the_jvm_heeds_them() {
        assertThat(JavaLaunch.flags(" -XX:TieredStopAtLevel=4  -Xlog:gc "))
                .containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4", "-Xlog:gc");
        assertThat(JavaLaunch.flags(" ")).isEqualTo(JavaLaunch.flags(null)).doesNotContain("");
    }
}
