package dev.abacus.bff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.standin.StandInIssuer.Someone;
import dev.abacus.standin.StandInServer;
import dev.abacus.standin.StandInServer.Seen;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One schema over the services: what comes together on a screen is fetched together. */
@BffTest
class GraphQlTest {

    private static final String PAGE =
            """
            { products(first: 20) { next items { sku name stock { warehouse available { amount unit } }
                price(customer: "7") { unitPrice { amount currency } priceListCode } } } }""";

    @LocalServerPort
    int port;

    private final Someone ada = Neighbours.ISSUER.someone(1000, Permissions.PRODUCT_READ);
    private final String token = Neighbours.ISSUER.token(ada);

    @BeforeEach
    void stock() {
        Neighbours.reset();
        Neighbours.INVENTORY.answering(Goods::inventory);
        Neighbours.TRADE.answering(Goods::trade);
    }

    @Test
    void a_page_of_products_with_stock_and_prices_takes_three_calls() {
        JsonNode answer = Http.graphQl(port, token, PAGE);

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode first = answer.at("/data/products/items/0");
        assertThat(first.at("/stock/0/available/amount").stringValue()).isEqualTo("7");
        assertThat(first.at("/price/unitPrice/amount").stringValue()).isEqualTo("12.50");
        assertThat(first.at("/price/unitPrice/currency").stringValue()).isEqualTo("CNY");
        assertThat(answer.at("/data/products/items").size()).isEqualTo(20);
        assertThat(answer.at("/data/products/next").stringValue()).isEqualTo("abc");
        assertThat(Neighbours.INVENTORY.seen())
                .extracting(Seen::path)
                .containsExactlyInAnyOrder("/products", "/stock/lookup");
        assertThat(Neighbours.TRADE.seen()).extracting(Seen::path).containsExactly("/prices/lookup");
    }

    @Test
    void the_customers_of_a_page_of_orders_are_looked_up_at_once() {
        JsonNode answer = Http.graphQl(port, token, "{ orders { items { id status customer { name } } } }");

        assertThat(answer.at("/data/orders/items/9/customer/name").stringValue())
                .isEqualTo("Corner shop");
        assertThat(Neighbours.TRADE.seen())
                .extracting(Seen::path)
                .containsExactly("/sales-orders", "/customers/lookup");
    }

    @Test
    void the_products_of_an_orders_lines_are_looked_up_at_once() {
        JsonNode answer = Http.graphQl(
                port,
                token,
                "{ order(id: \"42\") { total { amount } lines { quantity { amount } product { name } } } }");

        assertThat(answer.at("/data/order/lines/4/product/name").stringValue()).isEqualTo("Name of SKU2");
        assertThat(answer.at("/data/order/lines/4/quantity/amount").stringValue())
                .isEqualTo("2.5");
        assertThat(Neighbours.INVENTORY.seen()).hasSize(1);
        assertThat(Http.json(Neighbours.INVENTORY.last().body()).get("skus").size())
                .isEqualTo(3);
    }

    @Test
    void every_call_behind_carries_the_callers_token_the_request_id_and_the_lane() {
        Http.send(Http.request(port, "/graphql")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "request-12345678")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("baggage", "abacus.lane=gray-3")
                .POST(BodyPublishers.ofString(
                        "{\"query\":\"" + PAGE.replace("\n", " ").replace("\"", "\\\"") + "\"}")));

        List<Seen> calls = java.util.stream.Stream.concat(
                        Neighbours.INVENTORY.seen().stream(), Neighbours.TRADE.seen().stream())
                .toList();
        assertThat(calls).hasSize(3).allSatisfy(call -> {
            assertThat(call.header("Authorization")).isEqualTo("Bearer " + token);
            assertThat(call.header("X-Request-Id")).isEqualTo("request-12345678");
            assertThat(call.header("traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
            assertThat(call.header("baggage")).isEqualTo("abacus.lane=gray-3");
        });
    }

    @Test
    void stock_that_nobody_can_tell_is_missing_with_an_error_and_the_page_stands() {
        Neighbours.INVENTORY.answering((exchange, body) -> {
            if (exchange.getRequestURI().getPath().startsWith("/stock")) {
                StandInServer.json(exchange, 503, Goods.problem("shard-away", 503, ""));
            } else {
                Goods.inventory(exchange, body);
            }
        });

        JsonNode answer = Http.graphQl(port, token, PAGE);

        assertThat(answer.at("/data/products/items/0/name").stringValue()).isEqualTo("Name of SKU0");
        assertThat(answer.at("/data/products/items/0/stock").isNull()).isTrue();
        assertThat(answer.at("/data/products/items/0/price/unitPrice/amount").stringValue())
                .isEqualTo("12.50");
        assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo("shard-away");
        assertThat(answer.at("/errors/0/path/3").stringValue()).isEqualTo("stock");
    }

    @Test
    void a_refusal_keeps_its_code_its_facts_and_its_request_id() {
        Neighbours.TRADE.answering((exchange, body) -> StandInServer.json(
                exchange,
                409,
                Goods.problem("insufficient-stock", 409, ",\"lines\":[{\"sku\":\"SKU1\",\"available\":\"3\"}]")));

        JsonNode answer = Http.graphQl(
                port,
                token,
                """
                mutation { placeOrder(idempotencyKey: "12345678", order: { customerId: "7",
                  lines: [{ sku: "SKU1", quantity: { amount: "5", unit: "pcs" } }] }) { id } }""");

        JsonNode extensions = answer.at("/errors/0/extensions");
        assertThat(extensions.get("code").stringValue()).isEqualTo("insufficient-stock");
        assertThat(extensions.get("type").stringValue()).isEqualTo("https://abacus.dev/problems/insufficient-stock");
        assertThat(extensions.at("/lines/0/available").stringValue()).isEqualTo("3");
        assertThat(extensions.has("requestId")).isTrue();
        assertThat(answer.at("/errors/0/path/0").stringValue()).isEqualTo("placeOrder");
        Seen call = Neighbours.TRADE.last();
        assertThat(call.header("Idempotency-Key")).isEqualTo("12345678");
        assertThat(Http.json(call.body()).at("/lines/0/quantity/amount").stringValue())
                .isEqualTo("5");
    }

    @Test
    void what_is_not_there_is_null_whoever_it_belongs_to() {
        JsonNode answer = Http.graphQl(
                port, token, "{ order(id: \"1\") { id } product(sku: \"X\") { sku } customer(id: \"8\") { id } }");

        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/order").isNull()).isTrue();
        assertThat(answer.at("/data/product").isNull()).isTrue();
        assertThat(answer.at("/data/customer").isNull()).isTrue();
    }

    @Test
    void input_that_cannot_be_right_is_refused_before_any_service_is_asked() {
        JsonNode unit = Http.graphQl(
                port,
                token,
                """
                mutation { placeOrder(order: { customerId: "7",
                  lines: [{ sku: "SKU1", quantity: { amount: "5", unit: "" } }] }) { id } }""");
        JsonNode amount = Http.graphQl(
                port,
                token,
                """
                mutation { placeOrder(order: { customerId: "7",
                  lines: [{ sku: "SKU1", quantity: { amount: "many", unit: "pcs" } }] }) { id } }""");
        JsonNode field = Http.graphQl(port, token, "{ products { items { secret } } }");

        assertThat(unit.at("/errors/0/extensions/status").intValue()).isEqualTo(400);
        assertThat(amount.at("/errors/0/extensions/code").stringValue()).isEqualTo("invalid-query");
        assertThat(field.at("/errors/0/extensions/code").stringValue()).isEqualTo("invalid-query");
        assertThat(field.at("/errors/0/extensions").has("requestId")).isTrue();
        assertThat(Neighbours.TRADE.seen()).isEmpty();
    }

    @Test
    void a_product_read_a_moment_ago_is_not_asked_for_again_but_never_for_another_tenant() {
        String query = "{ product(sku: \"SKU5\") { name } }";
        String colleague =
                Neighbours.ISSUER.token(Neighbours.ISSUER.colleagueIn(ada.tenant(), 1000, Permissions.PRODUCT_READ));
        String stranger = Neighbours.ISSUER.token(Neighbours.ISSUER.someone(1000, Permissions.PRODUCT_READ));

        Http.graphQl(port, token, query);
        Http.graphQl(port, colleague, query);
        assertThat(Neighbours.INVENTORY.seen()).as("one tenant, one call").hasSize(1);

        Http.graphQl(port, stranger, query);
        assertThat(Neighbours.INVENTORY.seen())
                .as("another tenant, another call")
                .hasSize(2);
        assertThat(Neighbours.INVENTORY.last().header("Authorization")).isEqualTo("Bearer " + stranger);
    }

    @Test
    void what_is_remembered_is_only_for_those_who_may_read_it() {
        String query = "{ product(sku: \"SKU6\") { name } }";
        String clerk = Neighbours.ISSUER.token(Neighbours.ISSUER.colleagueIn(ada.tenant(), 1000));
        Http.graphQl(port, token, query);

        Neighbours.INVENTORY.answering(
                (exchange, body) -> StandInServer.json(exchange, 403, Goods.problem("forbidden", 403, "")));

        assertThat(Http.graphQl(port, clerk, query)
                        .at("/errors/0/extensions/code")
                        .stringValue())
                .isEqualTo("forbidden");
        assertThat(Http.graphQl(port, token, query).at("/data/product/name").stringValue())
                .isEqualTo("Name of SKU6");
    }

    @Test
    void a_program_without_a_token_is_refused() {
        HttpResponse<String> answer = Http.send(Http.request(port, "/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"{ warehouses { code } }\"}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("problems/unauthorized");
    }

    @Test
    void the_schema_is_not_shown_outside_the_dev_profile() {
        JsonNode answer = Http.graphQl(port, token, "{ __schema { types { name } } }");

        assertThat(answer.toString()).doesNotContain("PurchaseOrder").contains("invalid-query");
    }

    @Test
    void variables_are_taken_as_they_are() {
        JsonNode answer = Http.graphQl(
                port,
                token,
                "mutation ($order: OrderInput!) { placeOrder(order: $order) { id customer { name } } }",
                Map.of(
                        "order",
                        Map.of(
                                "customerId", "7",
                                "expectedTotal", Map.of("amount", "10.00", "currency", "CNY"),
                                "lines",
                                        List.of(Map.of(
                                                "sku", "SKU1", "quantity", Map.of("amount", "0.125", "unit", "kg"))))));

        assertThat(answer.at("/data/placeOrder/customer/name").stringValue()).isEqualTo("Corner shop");
        Seen placed = Neighbours.TRADE.seen().getFirst();
        assertThat(Http.json(placed.body()).at("/lines/0/quantity/amount").stringValue())
                .isEqualTo("0.125");
        assertThat(Http.json(placed.body()).at("/expectedTotal/currency").stringValue())
                .isEqualTo("CNY");
    }
}
