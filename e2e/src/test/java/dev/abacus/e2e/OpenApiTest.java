package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every service's OpenAPI is at the gateway, as it is called from outside, and has no errors. */
class OpenApiTest {

    private final Suite suite = Suite.get();

    @Test
    void every_service_is_described_under_the_path_that_it_is_called_by() {
        JsonNode index = suite.raw().get("/v3/api-docs").json().path("apis");
        assertThat(index.valueStream().map(api -> api.path("name").asString("")))
                .containsExactlyInAnyOrder(
                        "tenant-service", "inventory-service", "trade-service", "lane-control", "function-dispatcher");
        for (JsonNode api : index) {
            JsonNode described = described(api);
            assertThat(described.at("/servers/0/url").asString(""))
                    .isEqualTo(api.path("path").asString(""));
            assertThat(described.path("paths").size()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void what_services_say_to_each_other_is_not_described() {
        for (JsonNode api : suite.raw().get("/v3/api-docs").json().path("apis")) {
            assertThat(described(api).path("paths").propertyStream().map(path -> path.getKey()))
                    .noneMatch(path -> path.startsWith("/internal"));
        }
    }

    /** Redocly's linter, pinned in package.json. Only npm's absence is excused, never what the linter finds. */
    @Test
    void every_description_lints_without_errors() throws Exception {
        assumeTrue(run("npm", "--version") == 0, "npm is not installed: the OpenAPI documents are not linted");
        assertThat(run("./lint-openapi", suite.place().gateway().toString())).isZero();
    }

    private JsonNode described(JsonNode api) {
        return suite.raw().get(api.path("description").asString("")).json();
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .inheritIO()
                    // our own standard input is how the test runner commands this process: nobody else may read from it
                    .redirectInput(new File("/dev/null"))
                    .start()
                    .waitFor();
        } catch (IOException notInstalled) {
            return -1;
        }
    }
}
