package dev.abacus.seed.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.abacus.seed.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PageBuildTest {

    @TempDir
    Path here;

    private Path page;
    private Path frontEnd;

    @BeforeEach
    void a_page() throws IOException {
        page = here.resolve("page");
        frontEnd = here.resolve("front-end");
        Files.createDirectories(page.resolve("parts"));
        Files.writeString(page.resolve("index.html"), "<html>");
        Files.writeString(page.resolve("parts/orders.js"), "export {}");
    }

    @Test
    void a_gateway_finds_each_file_with_its_hash() throws IOException {
        PageBuild build = PageBuild.of(page, 3, 2);
        build.into(frontEnd);

        Path home = frontEnd.resolve(build.id());
        assertThat(home.resolve("parts/orders.js")).hasContent("export {}");
        JsonNode manifest = Json.MAPPER.readTree(home.resolve("manifest.json"));
        assertThat(manifest.path("build").asString()).isEqualTo(build.id());
        assertThat(manifest.path("entry").asString()).isEqualTo("index.html");
        assertThat(manifest.path("apiLevel").asInt()).isEqualTo(3);
        assertThat(manifest.path("oldestApiLevel").asInt()).isEqualTo(2);
        assertThat(manifest.path("assets").propertyNames()).containsExactly("index.html", "parts/orders.js");
        // printf 'export {}' | sha256sum
        assertThat(manifest.path("assets").path("parts/orders.js").asString())
                .isEqualTo("f4c5cf9bb78e85f15dc27180260637cf24b2a24bc39e0788783a3accc4dde614");
    }

    @Test
    void the_same_files_are_the_same_build_and_others_another() throws IOException {
        String id = PageBuild.of(page, 1, 1).id();
        PageBuild.of(page, 1, 1).into(frontEnd);
        PageBuild.of(page, 1, 1).into(frontEnd);
        assertThat(PageBuild.of(frontEnd.resolve(id), 1, 1).id()).isEqualTo(id);
        assertThat(PageBuild.of(page, 2, 1).id()).isNotEqualTo(id);
        Files.writeString(page.resolve("parts/orders.js"), "export default 1");
        assertThat(PageBuild.of(page, 1, 1).id()).isNotEqualTo(id);
        try (Stream<Path> kept = Files.list(frontEnd)) {
            assertThat(kept.map(path -> path.getFileName().toString())).containsExactly(id);
        }
    }

    @Test
    void what_no_gateway_would_take_is_refused_with_the_reason() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageBuild.of(here, 1, 1))
                .withMessageContaining("has no index.html");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageBuild.of(page, 1, 2))
                .withMessageContaining("between 1 and the page's own");
        Files.writeString(page.resolve(".env"), "secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageBuild.of(page, 1, 1))
                .withMessageContaining(".env has a name that no gateway serves");
    }
}
