package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every service's OpenAPI is at the gateway, as it is called from outside, and has no errors. */
class OpenApiTest {

    private static final Path KEPT = Path.of("target", "openapi");

    private final Suite suite = Suite.get();

    @Test
    void every_service_is_described_under_the_path_that_it_is_called_by() {
        JsonNode index = suite.raw().get("/v3/api-docs").json().path("apis");
        assertThat(index.valueStream().map(api -> api.path("name").asString("")))
                .containsExactlyInAnyOrder("tenant-service", "inventory-service", "trade-service");
        for (JsonNode api : index) {
            JsonNode described = described(api);
            assertThat(described.at("/servers/0/url").asString(""))
                    .isEqualTo(api.path("path").asString(""));
            assertThat(described.path("paths").size()).isGreaterThan(10);
        }
    }

    @Test
    void what_services_say_to_each_other_is_not_described() {
        for (JsonNode api : suite.raw().get("/v3/api-docs").json().path("apis")) {
            assertThat(described(api).path("paths").propertyStream().map(path -> path.getKey()))
                    .noneMatch(path -> path.startsWith("/internal"));
        }
    }

    /** Redocly's linter, pinned in package.json. Only its absence is excused, never its findings. */
    @Test
    void every_description_lints_without_errors() throws Exception {
        assumeTrue(answers("npm", "--version"), "npm is not installed: the OpenAPI documents are not linted");
        assertThat(run("npm", "ci", "--prefer-offline")).as("npm ci").isZero();
        List<String> lint = new ArrayList<>(List.of("npx", "--no-install", "redocly", "lint", "--format=stylish"));
        for (JsonNode api : suite.raw().get("/v3/api-docs").json().path("apis")) {
            Path document =
                    Files.createDirectories(KEPT).resolve(api.path("name").asString("") + ".json");
            lint.add(Files.writeString(document, described(api).toString()).toString());
        }
        assertThat(run(lint.toArray(String[]::new))).as("redocly lint").isZero();
    }

    private JsonNode described(JsonNode api) {
        return suite.raw().get(api.path("description").asString("")).json();
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
