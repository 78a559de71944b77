package dev.abacus.bff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.api.Permissions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A7: an operation that asks for too much is refused before any service is asked. */
@BffTest
class CostTest {

    @LocalServerPort
    int port;

    private final String token = Neighbours.ISSUER.token(Neighbours.ISSUER.someone(1000, Permissions.PRODUCT_READ));

    @BeforeEach
    void stock() {
        Neighbours.reset();
        Neighbours.INVENTORY.answering(Goods::inventory);
        Neighbours.TRADE.answering(Goods::trade);
    }

    @Test
    void a_thousand_aliases_are_a_thousand_fields() {
        assertRefused(aliases(1000), "operation-too-costly");

        assertThat(Http.graphQl(port, token, aliases(20)).has("errors")).isFalse();
    }

    @Test
    void a_long_list_of_lists_counts_for_all_its_items() {
        assertRefused(
                "{ a: products(first: 200) " + LEVELS + " b: products(first: 200) " + LEVELS + " }",
                "operation-too-costly");
    }

    private static final String LEVELS =
            "{ items { sku stock { warehouse onHand { amount unit } reserved { amount unit }"
                    + " available { amount unit } } } }";

    @Test
    @Timeout(10)
    void fragments_that_double_at_each_level_cost_no_more_than_what_they_come_to() {
        String doubling = IntStream.range(0, 24)
                .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining("\n"));

        Http.graphQl(port, token, "{ ...F0 }\n" + doubling + "\nfragment F24 on Query { warehouses { id } }");

        assertThat(Neighbours.INVENTORY.seen()).hasSize(1);
    }

    @Test
    void what_is_too_deep_is_refused() {
        // The schema has no cycles, so depth is asked for where GraphQL itself has one.
        String deep =
                "{ __type(name: \"Query\") { " + "fields { type { ".repeat(20) + "name" + " } }".repeat(20) + " } }";

        assertRefused(deep, null);
    }

    @Test
    void operations_in_a_batch_are_not_taken() {
        HttpResponse<String> answer = Http.send(Http.request(port, "/graphql")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[{\"query\":\"{ warehouses { code } }\"}]")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Neighbours.INVENTORY.seen()).isEmpty();
    }

    @Test
    void an_enormous_document_is_not_even_read() {
        HttpResponse<String> answer = Http.send(Http.request(port, "/graphql")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"{ " + "a ".repeat(200_000) + "}\"}")));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_large_operation_counts_as_many_requests() {
        String modest = Neighbours.ISSUER.token(Neighbours.ISSUER.someone(2, Permissions.PRODUCT_READ));
        String page = "{ products(first: 100) " + LEVELS + " }";

        boolean refused = IntStream.range(0, 5)
                .mapToObj(i -> Http.graphQl(port, modest, page))
                .anyMatch(answer -> "quota-exceeded"
                        .equals(answer.at("/errors/0/extensions/code").asString()));

        assertThat(refused).isTrue();
        assertThat(Http.graphQl(port, modest, "{ __typename }").has("errors"))
                .as("a small one costs nothing more than its request")
                .isFalse();
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + ": product(sku: \"SKU" + i + "\") { name }")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private void assertRefused(String query, String code) {
        JsonNode answer = Http.graphQl(port, token, query);
        assertThat(answer.has("errors")).as(answer.toString()).isTrue();
        if (code != null) {
            assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo(code);
        }
        assertThat(Neighbours.INVENTORY.seen()).isEmpty();
    }
}
