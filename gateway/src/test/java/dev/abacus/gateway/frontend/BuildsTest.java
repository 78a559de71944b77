package dev.abacus.gateway.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Which builds are taken from a directory. */
class BuildsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private Builds builds;

    @AfterEach
    void stop() {
        builds.stop();
    }

    @Test
    void the_baseline_may_be_a_build_of_the_directory() throws IOException {
        drop("base-7", "small");

        begin("base-7", 1_000);

        assertThat(builds.baseline().id()).isEqualTo("base-7");
    }

    @Test
    void while_the_configured_baseline_is_not_there_the_packaged_build_is() throws IOException {
        begin("base-7", 1_000);
        assertThat(builds.baseline().id()).startsWith("plain-");

        drop("base-7", "small");

        await().untilAsserted(() -> assertThat(builds.baseline().id()).isEqualTo("base-7"));
    }

    @Test
    void a_build_that_takes_more_room_than_is_left_is_not_taken() throws IOException {
        drop("a-small", "small");
        drop("b-large", "large".repeat(1_000));

        begin(null, 1_000);

        assertThat(builds.find("a-small")).isPresent();
        assertThat(builds.find("b-large")).isEmpty();
    }

    @Test
    void the_next_gateway_keeps_what_this_one_had_packaged() throws IOException {
        begin(null, 1_000_000);
        String packaged = builds.baseline().id();
        builds.stop();

        var next = new FrontEndProperties(directory, null, 2, 1, Duration.ofMillis(20), DataSize.ofMegabytes(1));
        builds = new Builds(next, JSON);
        builds.start();

        assertThat(builds.baseline().id()).isNotEqualTo(packaged);
        assertThat(builds.find(packaged)).isPresent().get().satisfies(old -> assertThat(
                        builds.baseline().speaksTo(old))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.js", "/etc/passwd", "a/../../b.js", ".hidden", "a//b.js", "a\\b.js", "a%2fb.js", ""})
    void a_manifest_that_lists_what_is_no_plain_name_is_refused(String path) {
        begin(null, 1_000);

        assertThatThrownBy(() -> new Manifest("a", "index.html", 1, 1, Map.of("index.html", "0", path, "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no path of an asset");
    }

    private void begin(String baseline, int memory) {
        builds = new Builds(
                new FrontEndProperties(directory, baseline, 1, 1, Duration.ofMillis(20), DataSize.ofBytes(memory)),
                JSON);
        builds.start();
    }

    private void drop(String id, String html) throws IOException {
        Asset entry = Asset.of("index.html", html.getBytes(StandardCharsets.UTF_8));
        var manifest = new Manifest(id, "index.html", 1, 1, new HashMap<>(Map.of("index.html", entry.sha256())));
        new BuildDirectory(directory, JSON).keep(new Build(manifest, Map.of("index.html", entry), JSON));
    }
}
