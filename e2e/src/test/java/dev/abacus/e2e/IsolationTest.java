package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.e2e.Raw.Answer;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Json;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks A1, A2 and A4: one company's administrator, who may do everything there, tries to reach the other. */
class IsolationTest {

    private static final Suite SUITE = Suite.get();
    private static final Crew OWNER = SUITE.company("owner");
    private static final Crew STRANGER = SUITE.company("stranger");
    private static final Article ARTICLE = OWNER.company().articles().getFirst();

    /** An id of the right form that nobody has. */
    private static final String NOBODYS = "4611686018427387904";

    private static Map<String, String> ids;

    private final Raw owner = SUITE.raw().as(OWNER.administrator().bearer());
    private final Raw stranger = SUITE.raw().as(STRANGER.administrator().bearer());

    @BeforeAll
    static void the_owner_has_something_of_everything() {
        Orders.stock(OWNER, ARTICLE, 50);
        var desk = OWNER.administrator();
        var order = desk.salesOrders().place(null, Orders.of(OWNER, ARTICLE, 1));
        var purchase = desk.purchaseOrders()
                .draft(
                        null,
                        new NewPurchaseOrder(
                                OWNER.supplier(ARTICLE.supplier()).id(),
                                null,
                                null,
                                List.of(new NewPurchaseOrder.Line(
                                        ARTICLE.sku(),
                                        Quantity.of("1", ARTICLE.purchase()),
                                        OWNER.company().money(BigDecimal.TEN))),
                                null));
        ids = Map.of(
                "order", order.id(),
                "purchase", purchase.id(),
                "customer", order.customerId(),
                "supplier", purchase.supplierId(),
                "product", desk.products().bySku(ARTICLE.sku()).id(),
                "warehouse", desk.warehouses().all().getFirst().id(),
                "document",
                        desk.documents()
                                .list(null, null, null, 1, null)
                                .items()
                                .getFirst()
                                .id(),
                "list", desk.priceLists().list(1, null).items().getFirst().id(),
                "promotion", desk.promotions().list(1, null).items().getFirst().id(),
                "user",
                        desk.users()
                                .list(null, null, 1, null)
                                .items()
                                .getFirst()
                                .id()
                                .toString());
    }

    static Stream<Arguments> things() {
        return Stream.of(
                Arguments.of("order", "/api/trade/sales-orders/%s"),
                Arguments.of("order", "/api/trade/sales-orders/%s/deliveries"),
                Arguments.of("order", "/api/trade/sales-orders/%s/returns"),
                Arguments.of("purchase", "/api/trade/purchase-orders/%s"),
                Arguments.of("purchase", "/api/trade/purchase-orders/%s/receipts"),
                Arguments.of("customer", "/api/trade/customers/%s"),
                Arguments.of("customer", "/api/trade/customers/%s/credit-entries"),
                Arguments.of("customer", "/api/trade/prices?customer=%s&sku=" + ARTICLE.sku() + "&quantity=1&unit=pcs"),
                Arguments.of("supplier", "/api/trade/suppliers/%s"),
                Arguments.of("list", "/api/trade/price-lists/%s"),
                Arguments.of("list", "/api/trade/price-lists/%s/prices"),
                Arguments.of("promotion", "/api/trade/promotions/%s"),
                Arguments.of("product", "/api/inventory/products/%s"),
                Arguments.of("warehouse", "/api/inventory/warehouses/%s"),
                Arguments.of("document", "/api/inventory/stock-documents/%s"),
                Arguments.of("user", "/api/tenant/users/%s"));
    }

    /** A1, in the path or the query. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("things")
    void what_is_anothers_is_as_missing_as_what_is_nobodys(String thing, String path) {
        assertThat(owner.get(path.formatted(ids.get(thing))).status()).isEqualTo(200);
        Answer foreign = stranger.get(path.formatted(ids.get(thing)));
        Answer missing = stranger.get(path.formatted(NOBODYS));
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(alike(foreign, ids.get(thing))).isEqualTo(alike(missing, NOBODYS));
    }

    static Stream<Arguments> acts() {
        String reason = "{\"reason\":\"attack\"}";
        String today = "{\"deliveredOn\":\"%1$s\",\"receivedOn\":\"%1$s\"}".formatted(OWNER.today());
        return Stream.of(
                Arguments.of("order", "/api/trade/sales-orders/%s/cancellation", reason),
                Arguments.of("order", "/api/trade/sales-orders/%s/closure", reason),
                Arguments.of("order", "/api/trade/sales-orders/%s/deliveries", today),
                Arguments.of("purchase", "/api/trade/purchase-orders/%s/approval", ""),
                Arguments.of("purchase", "/api/trade/purchase-orders/%s/cancellation", reason),
                Arguments.of("purchase", "/api/trade/purchase-orders/%s/receipts", today),
                Arguments.of("customer", "/api/trade/customers/%s/payments", payment()),
                Arguments.of("document", "/api/inventory/stock-documents/%s/reverse", ""),
                Arguments.of("user", "/api/tenant/users/%s/disable", ""));
    }

    /** A1, where something would be done. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("acts")
    void nothing_is_done_to_what_is_anothers(String thing, String path, String body) {
        Books before = Books.of(OWNER);
        Raw prepared = stranger.with("If-Match", "\"0\"");
        Answer foreign = prepared.post(path.formatted(ids.get(thing)), body);
        Answer missing = prepared.post(path.formatted(NOBODYS), body);
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(alike(foreign, ids.get(thing))).isEqualTo(alike(missing, NOBODYS));
        assertThat(Books.of(OWNER)).isEqualTo(before);
    }

    /** A1, in the body. */
    @Test
    void an_order_for_anothers_customer_is_an_order_for_nobody() {
        Function<String, String> order = customer -> json(Map.of(
                "customerId",
                customer,
                "lines",
                List.of(Map.of("sku", ARTICLE.sku(), "quantity", Map.of("amount", "1", "unit", ARTICLE.piece())))));
        Books before = Books.of(OWNER);
        Answer foreign = stranger.post("/api/trade/sales-orders", order.apply(ids.get("customer")));
        Answer missing = stranger.post("/api/trade/sales-orders", order.apply(NOBODYS));
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
        assertThat(alike(foreign, ids.get("customer"))).isEqualTo(alike(missing, NOBODYS));
        assertThat(Books.of(OWNER)).isEqualTo(before);
        assertThat(owner.post("/api/trade/sales-orders", order.apply(ids.get("customer")))
                        .status())
                .isEqualTo(201);
    }

    /** A1, in a batch. */
    @Test
    void a_lookup_finds_ones_own_among_anothers() {
        String own = STRANGER.customer(STRANGER.company().customers().getFirst().code())
                .id();
        Answer found = stranger.post(
                "/api/trade/customers/lookup", json(Map.of("ids", List.of(ids.get("customer"), own, NOBODYS))));
        assertThat(found.json().valueStream().map(customer -> customer.path("id")
                        .asString("")))
                .containsExactly(own);
    }

    /** A2: the tenant is in the token, and a body that names another is not asked. */
    @ParameterizedTest
    @MethodSource("tenantFields")
    void a_tenant_in_the_body_changes_nothing(String field) {
        String sku = "A2-" + field + "-" + System.nanoTime();
        Books before = Books.of(OWNER);
        Answer made = stranger.post(
                "/api/inventory/products",
                json(Map.of(
                        "sku",
                        sku,
                        "name",
                        "moved",
                        "stockUnit",
                        "pcs",
                        field,
                        OWNER.tenant().id().toString())));
        assertThat(made.status()).isIn(201, 400);
        assertThat(owner.get("/api/inventory/products/by-sku/" + sku).status()).isEqualTo(404);
        assertThat(Books.of(OWNER)).isEqualTo(before);
        if (made.status() == 201) {
            assertThat(stranger.get("/api/inventory/products/by-sku/" + sku).status())
                    .isEqualTo(200);
        }
    }

    static Stream<String> tenantFields() {
        return Stream.of("tenantId", "tenant_id", "tenant");
    }

    /** A4: the other company's name in the address, one's own token. */
    @Test
    void the_other_company_in_the_address_opens_nothing() {
        String foreign = OWNER.tenant().id().toString();
        for (String path : List.of(
                "/api/trade/sales-orders?orgId=" + foreign,
                "/api/trade/sales-orders?tenantId=" + foreign,
                "/api/inventory/products?tenant=" + foreign)) {
            Answer answer = stranger.get(path);
            assertThat(answer.status()).isIn(200, 403);
            assertThat(answer.response().body()).doesNotContain(ids.get("order"), ids.get("product"));
        }
        assertThat(stranger.get("/api/tenant/admin/tenants/" + foreign).status())
                .isEqualTo(403);
        assertThat(stranger.get("/api/tenant/internal/access/" + foreign + "/" + ids.get("user"))
                        .status())
                .isIn(403, 404);
    }

    /** Everything of a problem but what names the request and the thing. */
    private static List<String> alike(Answer answer, String id) {
        return List.of(
                Integer.toString(answer.status()),
                answer.code(),
                answer.json().path("title").asString(""),
                answer.json().path("detail").asString("").replace(id, "ID"));
    }

    private static String payment() {
        return json(Map.of(
                "direction", "RECEIVED",
                "amount", Map.of("amount", "1.00", "currency", OWNER.company().currency()),
                "paidOn", OWNER.today().toString()));
    }

    private static String json(Object value) {
        return Json.MAPPER.writeValueAsString(value);
    }
}
