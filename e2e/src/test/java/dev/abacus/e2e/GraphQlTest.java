package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.client.Json;
import dev.abacus.seed.client.WebSession;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attacks on the BFF: another company's ids in GraphQL, requests from another site's page, and queries that cost too much. */
class GraphQlTest {

    private static final Suite SUITE = Suite.get();
    private static final Crew OWNER = SUITE.company("owner");
    private static final Crew STRANGER = SUITE.company("stranger");
    private static final Article ARTICLE = OWNER.company().articles().getFirst();
    private static final String PRODUCTS = "{ products(first: 1) { items { sku } } }";

    private final WebSession stranger = session(STRANGER);

    @Test
    void anothers_order_is_not_there() {
        Orders.stock(OWNER, ARTICLE, 5);
        String order = OWNER.administrator()
                .salesOrders()
                .place(null, Orders.of(OWNER, ARTICLE, 1))
                .id();
        Map<String, String> id = Map.of("id", order);
        String query = "query ($id: ID!) { order(id: $id) { id total { amount } } }";
        assertThat(session(OWNER).ask(query, id).at("/data/order/id").asString(""))
                .isEqualTo(order);
        JsonNode foreign = stranger.ask(query, id);
        assertThat(foreign.at("/data/order").isMissingNode()
                        || foreign.at("/data/order").isNull())
                .isTrue();
        assertThat(foreign.at("/data/order/total").isMissingNode()).isTrue();
    }

    @Test
    void anothers_customer_cannot_be_sold_to() {
        Books before = Books.of(OWNER);
        String customer =
                OWNER.customer(OWNER.company().customers().getFirst().code()).id();
        JsonNode answer = stranger.ask(
                """
                mutation ($order: OrderInput!) { placeOrder(order: $order) { id } }
                """,
                Map.of("order", Map.of("customerId", customer, "lines", new Object[] {
                    Map.of("sku", ARTICLE.sku(), "quantity", Map.of("amount", "1", "unit", ARTICLE.piece()))
                })));
        assertThat(answer.path("errors").size()).as(answer.toString()).isEqualTo(1);
        assertThat(Books.of(OWNER)).isEqualTo(before);
    }

    @Test
    void a_thousand_aliases_cost_too_much() {
        String query = IntStream.range(0, 1000)
                .mapToObj(i -> "a" + i + ": products(first: 100) { items { sku stock { warehouse } } }")
                .collect(Collectors.joining(" ", "{ ", " }"));
        JsonNode answer = stranger.ask(query, Map.of());
        assertThat(answer.path("data").isEmpty()).as(answer.toString()).isTrue();
        assertThat(stranger.ask(PRODUCTS, Map.of()).at("/data/products/items").size())
                .isEqualTo(1);
    }

    @Test
    void a_page_of_another_site_reaches_nothing() {
        Raw cookies = SUITE.raw()
                .with(
                        "Cookie",
                        stranger.cookies().entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
        String body = Json.MAPPER.writeValueAsString(Map.of("query", PRODUCTS));
        assertThat(cookies.post("/graphql", body).status()).isEqualTo(403);
        assertThat(cookies.with("X-CSRF", "1")
                        .with("Origin", "http://elsewhere.example")
                        .post("/graphql", body)
                        .status())
                .isEqualTo(403);
        assertThat(cookies.with("X-CSRF", "1").post("/graphql", body).status()).isEqualTo(200);
    }

    private static WebSession session(Crew crew) {
        return WebSession.signIn(
                SUITE.place().gateway(), SUITE.credentials(crew, crew.company().administrator()));
    }
}
