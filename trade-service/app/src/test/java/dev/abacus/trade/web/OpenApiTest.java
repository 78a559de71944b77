package dev.abacus.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.TradeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a linter would say of the published description, as far as it matters to people who generate clients from it. */
class OpenApiTest extends TradeTest {

    private JsonNode document;
    private final List<JsonNode> operations = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        document = api(null).get("/v3/api-docs").is(200).json();
        document.get("paths").forEach(path -> path.forEach(operations::add));
        // For a linter that is not part of this build.
        Files.writeString(Path.of("target/openapi.json"), document.toString());
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_a_tag() {
        assertThat(operations).hasSizeGreaterThan(25).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asString("")).isNotBlank();
            assertThat(operation.path("summary").asString("")).isNotBlank();
            assertThat(operation.path("tags")).hasSize(1);
        });
        assertThat(operations)
                .extracting(operation -> operation.get("operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_tag_is_described() {
        List<String> described = document.path("tags")
                .valueStream()
                .filter(tag -> !tag.path("description").asString("").isBlank())
                .map(tag -> tag.get("name").asString())
                .toList();

        assertThat(operations).allSatisfy(operation -> assertThat(described)
                .contains(operation.get("tags").get(0).asString()));
    }

    @Test
    void problems_and_tokens_are_told() {
        assertThat(document.path("components").path("securitySchemes")).isNotEmpty();
        assertThat(document.path("security")).isNotEmpty();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("responses").has("401")).isTrue();
            assertThat(operation.path("responses").has("403")).isTrue();
        });
    }

    @Test
    void quantities_are_told_as_they_are_written() {
        JsonNode delivered = document.at("/components/schemas/SalesOrderLineView/properties/delivered");

        assertThat(delivered.at("/properties/amount/type").asString("")).isEqualTo("string");
        assertThat(delivered.at("/properties/unit/type").asString("")).isEqualTo("string");
    }

    @Test
    void the_mapping_of_columns_is_told() {
        JsonNode parameters = document.at("/paths/~1imports~1sales-history/post/parameters");
        assertThat(parameters.findValuesAsString("name")).containsExactlyInAnyOrder("fileName", "column");
    }

    @Test
    void what_is_for_the_platform_is_not_published() {
        assertThat(document.get("paths").propertyNames()).noneMatch(path -> path.startsWith("/internal"));
    }
}
