package dev.abacus.trade.sales.web;

import static dev.abacus.trade.testing.Papers.delivery;
import static dev.abacus.trade.testing.Papers.goodsBack;
import static dev.abacus.trade.testing.Papers.money;
import static dev.abacus.trade.testing.Papers.reason;
import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is refused says why, and leaves everything as it was. */
class SalesOrderRefusalsTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("100")));
    }

    private String placed() {
        return counter.sells("PEN 10 pcs").id();
    }

    private void unchangedBy(Runnable refused) {
        String before = counter.everything();
        List<String> told = events(acme);
        refused.run();
        assertThat(counter.everything()).isEqualTo(before);
        assertThat(events(acme)).isEqualTo(told);
    }

    @Test
    void more_than_was_ordered_cannot_be_delivered() {
        String id = placed();
        counter.delivers(id, "1 4 pcs").is(201);
        unchangedBy(() -> {
            JsonNode problem = counter.delivers(id, "1 7 pcs").problem(422, "over-delivery");
            assertThat(problem.get("line").asInt()).isEqualTo(1);
            assertThat(problem.at("/limit/amount").asString()).isEqualTo("10");
        });
    }

    @Test
    void one_bad_part_of_a_delivery_keeps_the_good_ones_from_counting() {
        String id = counter.sells("PEN 10 pcs", "INK 2 pcs").id();
        unchangedBy(() -> counter.delivers(id, "1 10 pcs", "2 3 pcs").problem(422, "over-delivery"));
    }

    @Test
    void more_than_was_delivered_cannot_come_back() {
        String id = placed();
        counter.delivers(id, "1 4 pcs").is(201);
        unchangedBy(() -> counter.takesBack(id, "1 5 pcs").problem(422, "over-return"));
    }

    @Test
    void a_line_that_is_not_there_is_there_twice_or_in_another_unit() {
        String id = placed();
        unchangedBy(() -> {
            counter.delivers(id, "2 1 pcs").problem(400, "invalid-value");
            counter.delivers(id, "1 1 pcs", "1 2 pcs").problem(400, "invalid-value");
            counter.delivers(id, "1 1 box").problem(400, "invalid-value");
            counter.delivers(id, "1 0 pcs").problem(400, "invalid-value");
            counter.delivers(id, "1 -1 pcs").problem(400, "invalid-value");
            counter.delivers(id, "0 1 pcs").problem(400, "invalid-request");
        });
    }

    @Test
    void goods_come_back_only_with_a_reason_and_named() {
        String id = placed();
        counter.delivers(id).is(201);
        unchangedBy(() -> {
            counter.takesBack(id).problem(400, "invalid-request");
            counter.clerk()
                    .post(
                            "/sales-orders/" + id + "/returns",
                            goodsBack("1 1 pcs").replace("broken", " "))
                    .problem(400, "invalid-request");
        });
    }

    @Test
    void an_order_of_which_goods_left_is_closed_and_not_cancelled() {
        String id = placed();
        counter.delivers(id, "1 1 pcs").is(201);
        unchangedBy(() -> assertThat(counter.cancels(id)
                        .problem(409, "illegal-transition")
                        .get("status")
                        .asString())
                .isEqualTo("PARTLY_DELIVERED"));
    }

    @Test
    void an_order_of_which_nothing_left_is_cancelled_and_not_closed() {
        String id = placed();
        unchangedBy(() -> {
            counter.closes(id).problem(409, "illegal-transition");
            counter.takesBack(id, "1 1 pcs").problem(409, "illegal-transition");
        });
    }

    @Test
    void an_order_ends_once() {
        String cancelled = placed();
        counter.cancels(cancelled).is(200);
        String closed = placed();
        counter.delivers(closed).is(201);
        counter.closes(closed).is(200);
        unchangedBy(() -> {
            counter.cancels(cancelled).problem(409, "illegal-transition");
            counter.delivers(cancelled).problem(409, "illegal-transition");
            counter.closes(cancelled).problem(409, "illegal-transition");
            counter.closes(closed).problem(409, "illegal-transition");
            counter.delivers(closed).problem(409, "illegal-transition");
            counter.cancels(closed).problem(409, "illegal-transition");
        });
    }

    @Test
    void a_rejected_order_stays_rejected() {
        with(acme, () -> stock.left(9));
        counter.sells("PEN 10 pcs").problem(409, "insufficient-stock");
        String rejected = counter.clerk()
                .get("/sales-orders?status=REJECTED")
                .json()
                .at("/items/0/id")
                .asString();
        String seen = counter.clerk().get("/sales-orders/" + rejected).etag();
        unchangedBy(() -> {
            counter.delivers(rejected).problem(409, "illegal-transition");
            counter.cancels(rejected).problem(409, "illegal-transition");
            counter.clerk()
                    .post("/sales-orders/" + rejected + "/placement", "", "If-Match", seen)
                    .problem(409, "illegal-transition");
        });
        assertThat(counter.order(rejected).get("reason").asString()).isEqualTo("insufficient-stock");
    }

    @Test
    void what_cannot_be_sold_is_named() {
        with(acme, () -> inventory.trades(ProductMother.product("FREE")));
        unchangedBy(() -> {
            assertThat(counter.sells("PEN 1 pcs", "NONE 1 pcs", "NEITHER 1 pcs")
                            .problem(422, "unknown-sku")
                            .get("skus"))
                    .extracting(JsonNode::asString)
                    .containsExactlyInAnyOrder("NONE", "NEITHER");
            counter.sells("OLD 1 pcs").problem(422, "inactive-product");
            assertThat(counter.sells("FREE 1 pcs")
                            .problem(422, "no-price")
                            .get("skus")
                            .get(0)
                            .asString())
                    .isEqualTo("FREE");
            counter.sells("PEN 1 litre").problem(422, "wrong-unit");
            counter.sells("PEN 1 box").problem(422, "no-price");
            assertThat(counter.sells("PEN 34 pcs")
                            .problem(422, "credit-exceeded")
                            .at("/available/amount")
                            .asString())
                    .isEqualTo("100.00");
        });
    }

    @Test
    void a_customer_who_may_not_order_any_more_still_gets_what_he_ordered() {
        String id = placed();
        counter.clerk()
                .putSeen(
                        "/customers/" + counter.customer(),
                        counter.clerk().get("/customers/" + counter.customer()).etag(),
                        Papers.customerChange("Anna", "100", false))
                .is(200);
        unchangedBy(() -> assertThat(counter.sells("PEN 1 pcs")
                        .problem(422, "inactive-customer")
                        .get("customer")
                        .asString())
                .isEqualTo("A-1"));
        counter.delivers(id).is(201);
    }

    @Test
    void another_total_than_the_customer_was_told_is_refused() {
        String order = salesOrder(counter.customer(), "PEN 10 pcs");
        unchangedBy(() -> {
            JsonNode problem = counter.clerk()
                    .post("/sales-orders", Papers.with(order, "expectedTotal", money("29.99")))
                    .problem(409, "price-changed");
            assertThat(problem.at("/total/amount").asString()).isEqualTo("30.00");
            assertThat(problem.at("/expected/amount").asString()).isEqualTo("29.99");
        });
        counter.clerk()
                .post("/sales-orders", Papers.with(order, "expectedTotal", money("30")))
                .is(201);
    }

    @Test
    void a_total_with_a_promotion_that_is_used_up_says_so() {
        var once = as(acme, () -> shop.promotion("ONCE", PromotionMother.percent("50"), new Quota(1, null)));
        placed();
        String told = Papers.with(salesOrder(counter.customer(), "PEN 10 pcs"), "expectedTotal", money("15"));
        unchangedBy(() -> assertThat(counter.clerk()
                        .post("/sales-orders", told)
                        .problem(422, "promotion-exhausted")
                        .get("promotions")
                        .get(0)
                        .asString())
                .isEqualTo(once.toString()));
    }

    @Test
    void an_order_that_is_nobodys_is_not_found_whatever_is_wanted_of_it() {
        placed();
        unchangedBy(() -> {
            for (String path : List.of("", "/deliveries", "/returns")) {
                counter.clerk().get("/sales-orders/77" + path).problem(404, "not-found");
            }
            counter.clerk().post("/sales-orders/77/deliveries", delivery()).problem(404, "not-found");
            counter.clerk()
                    .post("/sales-orders/77/returns", goodsBack("1 1 pcs"))
                    .problem(404, "not-found");
            counter.clerk().post("/sales-orders/77/cancellation", reason("x")).problem(404, "not-found");
            counter.clerk().post("/sales-orders/77/closure", reason("x")).problem(404, "not-found");
            counter.clerk()
                    .post("/sales-orders/77/placement", "", "If-Match", "\"0\"")
                    .problem(404, "not-found");
            counter.clerk().post("/sales-orders", salesOrder("77", "PEN 1 pcs")).problem(404, "not-found");
        });
    }

    @Test
    void paying_more_than_is_owed_or_refunding_more_than_is_due() {
        String id = placed();
        counter.delivers(id).is(201);
        unchangedBy(() -> {
            assertThat(counter.isPaid("30.01")
                            .problem(422, "payment-exceeds-debt")
                            .at("/owed/amount")
                            .asString())
                    .isEqualTo("30.00");
            counter.refunds("0.01").problem(422, "payment-exceeds-debt");
            counter.isPaid("0").problem(400, "invalid-value");
            counter.isPaid("-1").problem(400, "invalid-value");
            counter.clerk()
                    .post(
                            "/customers/" + counter.customer() + "/payments",
                            Papers.payment("RECEIVED", "1").replace("CNY", "EUR"))
                    .problem(400, "invalid-value");
        });
    }
}
