package dev.abacus.seed.story;

import dev.abacus.seed.client.Credentials;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.RequestName;
import dev.abacus.seed.client.Traces;
import dev.abacus.seed.client.Traces.Trace;
import dev.abacus.seed.client.WebSession;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.company.Company;
import dev.abacus.seed.company.Employee;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The same trade from a browser: GraphQL through the BFF, and the traces that it leaves. */
public final class Browsing {

    private static final int ELEVEN = 11;

    private static final String PRODUCTS =
            """
            query ($sku: String!, $customer: ID!) {
              me { user { name } company { name } }
              product(sku: $sku) { name stock { available { amount unit } } price(customer: $customer) { unitPrice { amount } } }
            }
            """;
    private static final String PLACE =
            """
            mutation ($order: OrderInput!, $key: String!) {
              placeOrder(order: $order, idempotencyKey: $key) {
                id status total { amount currency } lines { gross { amount } discount { amount } }
              }
            }
            """;
    private static final String DELIVER =
            """
            mutation ($id: ID!, $delivery: DeliveryInput!, $key: String!) {
              deliverOrder(id: $id, delivery: $delivery, idempotencyKey: $key) { amount { amount currency } }
            }
            """;
    private static final String CANCEL =
            """
            mutation ($id: ID!, $key: String!) {
              cancelOrder(id: $id, reason: "changed his mind", idempotencyKey: $key) { status }
            }
            """;

    private final Crew crew;
    private final Company company;
    private final Journal journal;
    private final String run;
    private final URI gateway;
    private final Traces traces;
    private final Article article;
    private final String customerId;

    /** @param run tells this telling of the story from others, for they all order the same */
    public Browsing(Crew crew, Place place, Journal journal, String run) {
        this.crew = crew;
        this.company = crew.company();
        this.journal = journal;
        this.run = run;
        this.gateway = place.gateway();
        this.traces = new Traces(place.traces());
        this.article = Goods.of(company).bundled();
        this.customerId = crew.customer(company.customers().getFirst().code()).id();
    }

    /** @return the page of the order's trace */
    public URI browse() {
        WebSession seller = signIn("seller", company.seller());
        journal.step("seller looks at a product", () -> look(seller));
        String placing = RequestName.fresh();
        Shelf before = shelf();
        String order = journal.step(
                "seller orders eleven for ten",
                () -> RequestName.during(placing, () -> place(seller, "page", before)),
                id -> "order " + id + ", " + shelf());
        Trace trace = journal.step(
                "find the order's trace",
                () -> trace(placing, Set.of("gateway", "bff", "trade-service", "inventory-service"), Set.of()),
                Browsing::told);
        WebSession keeper = signIn("keeper", company.keeper());
        String delivering = RequestName.fresh();
        journal.step("keeper delivers it", () -> RequestName.during(delivering, () -> deliver(keeper, order, before)));
        journal.step(
                "find the delivery's trace",
                () -> trace(delivering, Set.of("gateway", "bff", "trade-service"), Set.of("inventory-service")),
                Browsing::told);
        journal.step("seller orders once more and cancels", () -> cancel(seller, shelf()));
        return trace.page();
    }

    private WebSession signIn(String who, Employee employee) {
        Credentials credentials = new Credentials(company.code(), employee.username(), Passwords.OF_EVERYBODY);
        return journal.step(
                who + " signs in with a browser",
                () -> {
                    WebSession session = WebSession.signIn(gateway, credentials);
                    Expect.that(
                            "no cookie holds a token",
                            session.cookies().values().stream().noneMatch(value -> value.startsWith("eyJ")));
                    return session;
                },
                session -> "a session cookie and no token");
    }

    private String look(WebSession seller) {
        JsonNode data = ask(seller, PRODUCTS, Map.of("sku", article.sku(), "customer", customerId));
        Expect.that("the company", data.at("/me/company/name").asString(), company.name());
        Expect.that("the product", data.at("/product/name").asString(), article.name());
        BigDecimal available = data.at("/product/stock")
                .valueStream()
                .map(level -> new BigDecimal(level.at("/available/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Expect.that("what is available", available, shelf().available());
        return article.name() + ", " + available + " available, at "
                + data.at("/product/price/unitPrice/amount").asString();
    }

    private String place(WebSession seller, String occasion, Shelf before) {
        Map<String, ?> order = Map.of(
                "customerId",
                customerId,
                "lines",
                List.of(Map.of(
                        "sku",
                        article.sku(),
                        "quantity",
                        Map.of("amount", Integer.toString(ELEVEN), "unit", article.piece()))));
        JsonNode placed = ask(seller, PLACE, Map.of("order", order, "key", run + "-" + occasion))
                .path("placeOrder");
        Expect.that("its status", placed.path("status").asString(), "PLACED");
        BigDecimal gross = new BigDecimal(placed.at("/lines/0/gross/amount").asString());
        BigDecimal discount =
                new BigDecimal(placed.at("/lines/0/discount/amount").asString());
        Expect.that("eleven times the discount", discount.multiply(BigDecimal.valueOf(ELEVEN)), gross);
        Shelf expected = before.plus(0, ELEVEN);
        Expect.soon("the stock is " + expected, this::shelf, expected::isAs);
        return placed.path("id").asString();
    }

    private String deliver(WebSession keeper, String order, Shelf before) {
        Map<String, ?> delivery = Map.of("deliveredOn", crew.today().toString());
        JsonNode delivered = ask(
                        keeper, DELIVER, Map.of("id", order, "delivery", delivery, "key", run + "-page-delivery"))
                .path("deliverOrder");
        Shelf expected = before.plus(-ELEVEN, 0);
        Expect.soon("the stock is " + expected, this::shelf, expected::isAs);
        return expected + ", " + delivered.at("/amount/amount").asString() + " to pay";
    }

    private String cancel(WebSession seller, Shelf before) {
        String order = place(seller, "page-once-more", before);
        JsonNode cancelled = ask(seller, CANCEL, Map.of("id", order, "key", run + "-page-cancel"));
        Expect.that("its status", cancelled.at("/cancelOrder/status").asString(), "CANCELLED");
        Expect.soon("the stock is free again", this::shelf, before::isAs);
        return "CANCELLED, " + before;
    }

    private Trace trace(String request, Set<String> services, Set<String> consumers) {
        return Expect.soon(
                        "its trace is in the store, through " + services + " to " + consumers,
                        () -> traces.ofRequest(request),
                        trace -> trace.isPresent()
                                && trace.get().services().containsAll(services)
                                && trace.get().consumers().containsAll(consumers))
                .orElseThrow();
    }

    private static String told(Trace trace) {
        return trace.spans().size() + " spans of " + String.join(", ", trace.services()) + ": " + trace.page();
    }

    private static JsonNode ask(WebSession session, String document, Map<String, ?> variables) {
        JsonNode answer = session.ask(document, variables);
        return Optional.of(answer.path("data"))
                .filter(data -> data.isObject() && answer.path("errors").isEmpty())
                .orElseThrow(() -> new Surprise("GraphQL answered " + answer));
    }

    private Shelf shelf() {
        return Shelf.of(crew.keeper(), article.sku());
    }
}
