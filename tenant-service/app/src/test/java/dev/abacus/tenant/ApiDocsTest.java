package dev.abacus.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocsTest extends TenantServiceTest {

    private record Operation(String name, JsonNode node) {}

    private List<Operation> operations() {
        var found = new ArrayList<Operation>();
        JsonNode paths = http(null).get("/v3/api-docs").mustBe(200).body().path("paths");
        paths.properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation ->
                        found.add(new Operation(operation.getKey() + " " + path.getKey(), operation.getValue()))));
        return found;
    }

    @Test
    void each_operation_has_a_name_a_summary_a_tag_and_its_problems() {
        assertThat(operations()).hasSizeGreaterThan(25).allSatisfy(operation -> {
            assertThat(operation.node().path("operationId").asString())
                    .as(operation.name())
                    .doesNotContain("_");
            assertThat(operation.node().path("summary").asString())
                    .as(operation.name())
                    .isNotBlank();
            assertThat(operation.node().path("tags")).as(operation.name()).isNotEmpty();
            assertThat(operation.node().path("responses").propertyNames())
                    .as(operation.name())
                    .contains("401", "403");
        });
    }

    @Test
    void names_are_unique() {
        assertThat(operations())
                .extracting(operation -> operation.node().path("operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void ids_are_strings_and_shared_arguments_are_headers_and_query() {
        JsonNode docs = http(null).get("/v3/api-docs").mustBe(200).body();

        assertThat(docs.at("/components/schemas/TenantView/properties/id/type").asString())
                .isEqualTo("string");
        assertThat(docs.at("/components/schemas/Password").isMissingNode()).isTrue();
        assertThat(docs.at("/paths/~1users~1{id}/delete/parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match");
        assertThat(docs.at("/paths/~1users/get/parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .contains("limit", "cursor");
    }

    @Test
    void the_sign_in_page_and_what_services_tell_each_other_of_shards_is_not_in_it() {
        assertThat(operations()).extracting(Operation::name).noneMatch(name -> name.contains("/login"));
    }
}
