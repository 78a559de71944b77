package dev.abacus.trade.sales.web;

import static dev.abacus.trade.testing.Papers.delivery;
import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The ways of a sales order over HTTP, with what the customer owes at each step and what the suite is told. */
class SalesOrderLifeTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("1000")));
    }

    private String placed(String... lines) {
        return counter.sells(lines).id();
    }

    @Test
    void a_placed_order_says_what_it_comes_to_line_by_line_and_where_it_is() {
        Api.Answer answer = counter.sells("PEN 10 pcs", "INK 2 pcs");

        String id = answer.id();
        assertThat(answer.header("Location")).isEqualTo("/sales-orders/" + id);
        assertThat(answer.etag())
                .isEqualTo(counter.clerk().get("/sales-orders/" + id).etag());
        JsonNode order = counter.order(id);
        assertThat(order.get("status").asString()).isEqualTo("PLACED");
        assertThat(order.at("/total/amount").asString()).isEqualTo("55.00");
        assertThat(order.at("/lines/0/gross/amount").asString()).isEqualTo("30.00");
        assertThat(order.at("/lines/1/sku").asString()).isEqualTo("INK");
        assertThat(order.at("/lines/1/unitPrice/amount").asString()).isEqualTo("12.50");
        assertThat(order.at("/lines/1/delivered/amount").asString()).isEqualTo("0");
        assertThat(order.get("placedAt").isNull()).isFalse();
        assertThat(counter.credit()).isEqualTo("55.00/0.00/0.00/945.00");
        assertThat(events(acme)).containsExactly("trade.sales-order-placed.v1");
    }

    @Test
    void an_order_delivered_in_parts_turns_from_reserved_to_owed_part_by_part() {
        String id = placed("PEN 10 pcs", "INK 2 pcs");

        JsonNode first = counter.delivers(id, "1 4 pcs", "2 1 pcs").is(201).json();
        assertThat(first.at("/amount/amount").asString()).isEqualTo("24.50");
        assertThat(first.get("orderId").asString()).isEqualTo(id);
        assertThat(counter.status(id)).isEqualTo("PARTLY_DELIVERED");
        assertThat(counter.credit()).isEqualTo("30.50/24.50/0.00/945.00");

        JsonNode rest = counter.delivers(id).is(201).json();
        assertThat(rest.at("/lines/0/quantity/amount").asString()).isEqualTo("6");
        assertThat(rest.at("/lines/1/quantity/amount").asString()).isEqualTo("1");
        assertThat(counter.status(id)).isEqualTo("DELIVERED");
        assertThat(counter.credit()).isEqualTo("0.00/55.00/0.00/945.00");
        assertThat(counter.order(id).at("/lines/0/delivered/amount").asString()).isEqualTo("10");
        assertThat(counter.clerk()
                        .get("/sales-orders/" + id + "/deliveries")
                        .json()
                        .findValuesAsString("id"))
                .containsExactly(first.get("id").asString(), rest.get("id").asString());
        assertThat(events(acme))
                .containsExactly("trade.sales-order-placed.v1", "trade.sales-delivered.v1", "trade.sales-delivered.v1");
    }

    @Test
    void thirds_of_an_odd_sum_add_up_to_the_sum() {
        as(acme, () -> shop.promotion("TENTH", PromotionMother.percent("33.3"), Quota.UNLIMITED));
        String id = placed("PEN 3 pcs");
        String total = counter.order(id).at("/total/amount").asString();
        for (int i = 0; i < 3; i++) {
            counter.delivers(id, "1 1 pcs").is(201);
        }
        assertThat(total).isEqualTo("6.00");
        assertThat(counter.credit()).isEqualTo("0.00/6.00/0.00/994.00");
    }

    @Test
    void goods_that_come_back_are_owed_no_more_and_paid_ones_are_refundable() {
        String id = placed("PEN 10 pcs");
        counter.delivers(id).is(201);
        counter.isPaid("24").is(201);
        assertThat(counter.credit()).isEqualTo("0.00/6.00/0.00/994.00");

        JsonNode back = counter.takesBack(id, "1 4 pcs").is(201).json();

        assertThat(back.at("/amount/amount").asString()).isEqualTo("12.00");
        assertThat(back.get("reason").asString()).isEqualTo("broken");
        assertThat(counter.credit()).isEqualTo("0.00/0.00/6.00/1000.00");
        assertThat(counter.order(id).at("/lines/0/returned/amount").asString()).isEqualTo("4");
        assertThat(counter.clerk().get("/sales-orders/" + id + "/returns").json())
                .hasSize(1);
        assertThat(counter.clerk().get("/sales-orders/" + id + "/deliveries").json())
                .hasSize(1);
        assertThat(events(acme)).endsWith("trade.sales-returned.v1");

        counter.refunds("6").is(201);
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/1000.00");
    }

    @Test
    void goods_of_a_closed_order_may_still_come_back() {
        String id = placed("PEN 10 pcs");
        counter.delivers(id).is(201);
        counter.closes(id).is(200);

        counter.takesBack(id, "1 10 pcs").is(201);

        assertThat(counter.status(id)).isEqualTo("CLOSED");
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/1000.00");
    }

    @Test
    void a_cancelled_order_frees_its_credit_and_its_promotion_and_tells_stock() {
        PromotionId once = as(acme, () -> shop.promotion("ONCE", PromotionMother.percent("50"), new Quota(1, 1)));
        String id = placed("PEN 10 pcs");
        assertThat(counter.credit()).isEqualTo("15.00/0.00/0.00/985.00");

        JsonNode cancelled = counter.cancels(id).is(200).json();

        assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("reason").asString()).isEqualTo("changed his mind");
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/1000.00");
        assertThat(as(acme, () -> shop.uses(once).consumedUses())).isZero();
        assertThat(events(acme)).containsExactly("trade.sales-order-placed.v1", "trade.sales-order-cancelled.v1");
        assertThat(counter.order(placed("PEN 10 pcs")).at("/total/amount").asString())
                .isEqualTo("15.00");
    }

    @Test
    void an_order_closed_short_frees_what_will_never_be_delivered_and_keeps_its_promotion_used() {
        PromotionId once = as(acme, () -> shop.promotion("ONCE", PromotionMother.percent("50"), new Quota(1, 1)));
        String id = placed("PEN 10 pcs");
        counter.delivers(id, "1 4 pcs").is(201);

        JsonNode closed = counter.closes(id).is(200).json();

        assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
        assertThat(counter.credit()).isEqualTo("0.00/6.00/0.00/994.00");
        assertThat(as(acme, () -> shop.uses(once).consumedUses())).isEqualTo(1);
        assertThat(events(acme)).endsWith("trade.sales-order-cancelled.v1");
    }

    @Test
    void closing_an_order_that_was_delivered_wholly_tells_stock_nothing() {
        String id = placed("PEN 10 pcs");
        counter.delivers(id).is(201);
        counter.closes(id).is(200);
        assertThat(events(acme)).endsWith("trade.sales-delivered.v1");
    }

    @Test
    void a_delivery_leaves_the_warehouse_that_it_names_or_else_the_orders() {
        String order =
                salesOrder(counter.customer(), "PEN 2 pcs").replace("\"lines\"", "\"warehouse\":\"NORTH\",\"lines\"");
        String id = counter.clerk().post("/sales-orders", order).id();

        String first = delivery("1 1 pcs").replace("\"lines\"", "\"warehouse\":\"SOUTH\",\"lines\"");
        assertThat(counter.clerk()
                        .post("/sales-orders/" + id + "/deliveries", first)
                        .at("/warehouse"))
                .isEqualTo("SOUTH");
        assertThat(counter.delivers(id).at("/warehouse")).isEqualTo("NORTH");
    }

    @Test
    void the_account_tells_each_step_and_its_entries_add_up() {
        String id = placed("PEN 10 pcs");
        String delivered = counter.delivers(id, "1 5 pcs").id();
        String paid = counter.isPaid("10").id();

        JsonNode entries = counter.clerk()
                .get("/customers/" + counter.customer() + "/credit-entries")
                .is(200)
                .json()
                .get("items");

        assertThat(entries.findValuesAsString("reason")).containsExactly("PAID", "DELIVERED", "ORDER_PLACED");
        assertThat(entries.findValuesAsString("reference")).containsExactly(paid, delivered, id);
        assertThat(entries.at("/1/reserved/amount").asString()).isEqualTo("-15.00");
        assertThat(entries.at("/1/used/amount").asString()).isEqualTo("15.00");
        assertThat(counter.credit()).isEqualTo("15.00/5.00/0.00/980.00");
    }
}
