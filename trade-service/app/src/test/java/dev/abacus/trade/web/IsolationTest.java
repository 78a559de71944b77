package dev.abacus.trade.web;

import static dev.abacus.trade.testing.Papers.customer;
import static dev.abacus.trade.testing.Papers.ids;
import static dev.abacus.trade.testing.Papers.payment;
import static dev.abacus.trade.testing.Papers.priceList;
import static dev.abacus.trade.testing.Papers.prices;
import static dev.abacus.trade.testing.Papers.purchaseOrder;
import static dev.abacus.trade.testing.Papers.reason;
import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Files;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TestCallers;
import dev.abacus.trade.testing.TradeTest;
import dev.abacus.trade.testing.Warehouse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Attacks A1, A2, A3, A6 and A11 on what trade keeps, each with the same request made by its owner beside it. */
class IsolationTest extends TradeTest {

    private static final String MISSING = "4611686018427387904";

    @Autowired
    private Shop shop;

    private Counter counter;
    private Warehouse warehouse;

    @BeforeEach
    void twoCompanies() {
        counter = new Counter(boss(), as(acme, () -> shop.open("1000")));
        as(rival, () -> shop.open("1000"));
        String supplier = boss().post("/suppliers", Papers.supplier("S-1", 7)).id();
        warehouse = new Warehouse(clerk(), boss(), supplier);
    }

    /** A request about one thing; {@code {id}} stands for it. */
    private record Attack(String id, String method, String path, String body, String... headers) {

        Api.Answer by(Api caller, String target) {
            return caller.send(
                    method, path.replace("{id}", target), "application/json", body.replace("{id}", target), headers);
        }

        @Override
        public String toString() {
            return method + " " + path + (path.contains("{id}") ? "" : " with the id in the body");
        }
    }

    @TestFactory
    Stream<DynamicTest> anothers_thing_is_as_missing_as_one_that_never_was() {
        return attacks()
                .map(attack -> dynamicTest(attack.toString(), () -> {
                    JsonNode stolen = attack.by(thief(), attack.id()).problem(404, "not-found");
                    JsonNode missing = attack.by(thief(), MISSING).problem(404, "not-found");
                    assertThat(plain(stolen, attack.id())).isEqualTo(plain(missing, MISSING));
                    assertThat(attack.by(boss(), attack.id()).status())
                            .as("its owner's request")
                            .isIn(200, 201, 204);
                }));
    }

    private Stream<Attack> attacks() {
        String anna = counter.customer();
        String supplier = warehouse.supplier();
        String list = boss().get("/price-lists").json().at("/items/0/id").asString();
        String promotion = as(acme, () -> shop.promotion("P", PromotionMother.percent("1"), Quota.UNLIMITED))
                .toString();
        String delivered = counter.sells("PEN 10 pcs").id();
        counter.delivers(delivered, "1 5 pcs").is(201);
        String placed = counter.sells("PEN 1 pcs").id();
        Api.Answer draft = boss().post("/sales-orders/drafts", salesOrder(anna, "PEN 1 pcs"));
        String ordered = warehouse.orders("PEN 10 pcs 1");
        Api.Answer drafted = warehouse.drafts("PEN 1 pcs 1");
        String unwanted = warehouse.drafts("PEN 1 pcs 1").id();
        String file = new Files(boss()).imports("customers", "code\n").get("id").asString();
        return Stream.concat(
                Stream.of(
                        new Attack(anna, "GET", "/customers/{id}", ""),
                        new Attack(anna, "GET", "/customers/{id}/credit-entries", ""),
                        new Attack(anna, "PUT", "/customers/{id}", change(), "If-Match", "\"0\""),
                        new Attack(anna, "POST", "/customers/{id}/payments", payment("RECEIVED", "1")),
                        new Attack(anna, "GET", "/prices?customer={id}&sku=PEN&quantity=1&unit=pcs", ""),
                        new Attack(anna, "POST", "/sales-orders", salesOrder("{id}", "PEN 1 pcs")),
                        new Attack(anna, "POST", "/sales-orders/drafts", salesOrder("{id}", "PEN 1 pcs")),
                        new Attack(anna, "POST", "/sales-orders/quotes", salesOrder("{id}", "PEN 1 pcs")),
                        new Attack(anna, "POST", "/price-lists", priceList("L", ",\"customerId\":\"{id}\"")),
                        new Attack(supplier, "GET", "/suppliers/{id}", ""),
                        new Attack(supplier, "PUT", "/suppliers/{id}", supplierChange(), "If-Match", "\"0\""),
                        new Attack(supplier, "POST", "/purchase-orders", purchaseOrder("{id}", "PEN 1 pcs 1")),
                        new Attack(list, "GET", "/price-lists/{id}", ""),
                        new Attack(list, "PUT", "/price-lists/{id}/prices", prices("PEN 1 pcs 9")),
                        new Attack(list, "PUT", "/price-lists/{id}", window(), "If-Match", "\"0\""),
                        new Attack(promotion, "GET", "/promotions/{id}", ""),
                        new Attack(promotion, "PUT", "/promotions/{id}", terms(), "If-Match", "\"0\"")),
                Stream.of(
                        new Attack(delivered, "GET", "/sales-orders/{id}", ""),
                        new Attack(delivered, "GET", "/sales-orders/{id}/deliveries", ""),
                        new Attack(delivered, "GET", "/sales-orders/{id}/returns", ""),
                        new Attack(delivered, "POST", "/sales-orders/{id}/deliveries", Papers.delivery("1 1 pcs")),
                        new Attack(delivered, "POST", "/sales-orders/{id}/returns", Papers.goodsBack("1 1 pcs")),
                        new Attack(delivered, "POST", "/sales-orders/{id}/closure", reason("x")),
                        new Attack(placed, "POST", "/sales-orders/{id}/cancellation", reason("x")),
                        new Attack(draft.id(), "PUT", "/sales-orders/drafts/{id}", order(), "If-Match", draft.etag()),
                        new Attack(draft.id(), "POST", "/sales-orders/{id}/placement", "", "If-Match", "\"1\""),
                        new Attack(ordered, "GET", "/purchase-orders/{id}", ""),
                        new Attack(ordered, "GET", "/purchase-orders/{id}/receipts", ""),
                        new Attack(ordered, "POST", "/purchase-orders/{id}/receipts", Papers.receipt("1 1 pcs")),
                        new Attack(ordered, "POST", "/purchase-orders/{id}/closure", reason("x")),
                        new Attack(
                                drafted.id(), "POST", "/purchase-orders/{id}/approval", "", "If-Match", drafted.etag()),
                        new Attack(unwanted, "POST", "/purchase-orders/{id}/cancellation", reason("x")),
                        new Attack(file, "GET", "/imports/{id}", ""),
                        new Attack(file, "GET", "/imports/{id}/errors", ""),
                        new Attack(file, "POST", "/imports/{id}/resume", "")));
    }

    @Test
    void lists_and_lookups_show_ones_own_only() {
        String order = counter.sells("PEN 1 pcs").id();
        String bought = warehouse.orders("PEN 1 pcs 1");
        String anna = counter.customer();
        for (String list :
                List.of("/sales-orders", "/purchase-orders", "/suppliers", "/sales-orders?customer=" + anna)) {
            assertThat(boss().get(list).is(200).json().get("items")).as(list).hasSize(1);
            assertThat(thief().get(list).is(200).json().get("items")).as(list).isEmpty();
        }
        assertThat(boss().post("/customers/lookup", ids(anna)).json()).hasSize(1);
        assertThat(thief().post("/customers/lookup", ids(anna)).json()).isEmpty();
        assertThat(thief().post("/suppliers/lookup", ids(warehouse.supplier())).json())
                .isEmpty();
        assertThat(thief().get("/customers").toString()).doesNotContain(anna, order, bought);
    }

    @Test
    void a_page_mark_of_one_company_shows_another_nothing_but_its_own() {
        counter.sells("PEN 1 pcs").is(201);
        counter.sells("PEN 2 pcs").is(201);
        String next = boss().get("/sales-orders?limit=1").json().get("next").asString();
        assertThat(thief().get("/sales-orders?limit=1&cursor=" + next)
                        .is(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(boss().get("/sales-orders?limit=1&cursor=" + next).json().get("items"))
                .hasSize(1);
    }

    @Test
    void a_tenant_named_in_the_body_the_query_or_a_file_is_nobodys_business() {
        String claim = "\"tenantId\":\"" + rival + "\",\"tenant_id\":" + rival + ",\"code\"";
        String mine = boss().post("/customers", customer("MINE", "1").replace("\"code\"", claim))
                .id();
        boss().get("/customers/" + mine).is(200);
        thief().get("/customers/" + mine).problem(404, "not-found");
        assertThat(thief().get("/customers?tenantId=" + acme + "&tenant_id=" + acme)
                        .json()
                        .get("items"))
                .hasSize(1);

        new Files(boss())
                .imports(
                        "customers",
                        "tenant_id,code,name,credit_limit,currency\n" + rival + ",FILE,From a file,1,CNY\n");
        assertThat(boss().get("/customers?search=FILE").json().get("items")).hasSize(1);
        assertThat(thief().get("/customers?search=FILE").json().get("items")).isEmpty();
    }

    @Test
    void headers_that_name_another_company_change_nothing() {
        String path = "/customers/" + counter.customer();
        for (String header :
                List.of("X-Tenant-Id", "tenant", "Tenant-Id", "baggage", "X-Forwarded-User", "tracestate")) {
            String value = header.equals("baggage") ? "tenant=" + acme : acme.toString();
            thief().send("GET", path, null, "", header, value).problem(404, "not-found");
            boss().send("GET", path, null, "", header, rival.toString()).is(200);
        }
    }

    @Test
    void an_entity_tag_of_one_company_is_no_answer_to_another() {
        String path = "/customers/" + counter.customer();
        String tag = boss().get(path).etag();
        thief().send("GET", path, null, "", "If-None-Match", tag).problem(404, "not-found");
        assertThat(boss().send("GET", path, null, "", "If-None-Match", tag).status())
                .isIn(200, 304);
    }

    @Test
    void one_idempotency_key_of_two_companies_is_two_keys() {
        String mine = boss().post("/customers", customer("SAME", "1"), "Idempotency-Key", "same-key-1")
                .id();
        String theirs = thief().post("/customers", customer("SAME", "1"), "Idempotency-Key", "same-key-1")
                .id();
        assertThat(mine).isNotEqualTo(theirs);

        String bert = thief().get("/customers").json().at("/items/0/id").asString();
        String ours = boss().post(
                        "/sales-orders", salesOrder(counter.customer(), "PEN 1 pcs"), "Idempotency-Key", "same-key-2")
                .id();
        assertThat(thief().post("/sales-orders", salesOrder(bert, "PEN 1 pcs"), "Idempotency-Key", "same-key-2")
                        .id())
                .isNotEqualTo(ours);
    }

    @Test
    void an_order_does_not_get_the_price_the_promotion_or_the_stock_of_another_company() {
        as(rival, () -> shop.promotion("FREE", PromotionMother.percent("99"), Quota.UNLIMITED));
        with(rival, () -> inventory.trades(ProductMother.product("THEIRS")));
        with(rival, () -> stock.left(0));
        assertThat(counter.sells("PEN 10 pcs").is(201).at("/total/amount")).isEqualTo("30.00");
        counter.sells("THEIRS 1 pcs").problem(422, "unknown-sku");
        assertThat(boss().get("/promotions").json().get("items")).isEmpty();
    }

    @Test
    void a_company_has_no_business_behind_the_platforms_doors() {
        String path = "/internal/tenants/" + rival;
        boss().post(path + "/provision", "{\"currency\":\"CNY\"}").problem(403, "forbidden");
        boss().post(path + "/placement", "{\"shard\":\"suite_0\"}").problem(403, "forbidden");
        api(TestCallers.platform("provision"))
                .post(path + "/provision", "{\"currency\":\"CNY\"}")
                .is(204);
    }

    private String order() {
        return salesOrder(counter.customer(), "PEN 2 pcs");
    }

    private static String change() {
        return Papers.customerChange("Anna", "1000", true);
    }

    private static String supplierChange() {
        return Papers.supplierChange("Mill", 1, true);
    }

    private static String window() {
        return "{\"name\":\"G\",\"validFrom\":\"2020-01-01T00:00:00Z\"}";
    }

    private static String terms() {
        return "{\"name\":\"P\",\"validFrom\":\"2020-01-01T00:00:00Z\",\"priority\":1}";
    }

    private static String plain(JsonNode problem, String id) {
        ((ObjectNode) problem).remove("requestId");
        return problem.toString().replace(id, "ID");
    }
}
