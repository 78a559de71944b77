package dev.abacus.trade.sales.web;

import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SalesOrderListsTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("1000")));
    }

    private List<String> ids(String query) {
        return counter.clerk()
                .get("/sales-orders?" + query)
                .is(200)
                .json()
                .get("items")
                .findValuesAsString("id");
    }

    @Test
    void the_list_shows_the_newest_first_page_by_page_without_losing_or_doubling_any() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            newestFirst.addFirst(counter.sells("PEN " + i + " pcs").id());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        List<Integer> sizes = new ArrayList<>();
        do {
            JsonNode page = counter.clerk()
                    .get("/sales-orders?limit=2" + cursor)
                    .is(200)
                    .json();
            read.addAll(page.get("items").findValuesAsString("id"));
            sizes.add(page.get("items").size());
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asString();
        } while (cursor != null);
        assertThat(read).isEqualTo(newestFirst);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void an_order_that_comes_in_between_two_pages_does_not_move_the_second() {
        String first = counter.sells("PEN 1 pcs").id();
        counter.sells("PEN 2 pcs").id();
        String next =
                counter.clerk().get("/sales-orders?limit=1").json().get("next").asString();
        counter.sells("PEN 3 pcs").is(201);
        assertThat(ids("limit=1&cursor=" + next)).containsExactly(first);
    }

    @Test
    void a_list_is_of_one_customer_or_of_one_status_or_of_both() {
        String bert =
                counter.clerk().post("/customers", Papers.customer("B-1", "50")).id();
        String annas = counter.sells("PEN 1 pcs").id();
        String berts = counter.clerk()
                .post("/sales-orders", salesOrder(bert, "PEN 1 pcs"))
                .id();
        counter.cancels(berts).is(200);
        String delivered = counter.clerk()
                .post("/sales-orders", salesOrder(bert, "PEN 1 pcs"))
                .id();
        counter.delivers(delivered).is(201);

        assertThat(ids("customer=" + counter.customer())).containsExactly(annas);
        assertThat(ids("customer=" + bert)).containsExactly(delivered, berts);
        assertThat(ids("status=PLACED")).containsExactly(annas);
        assertThat(ids("status=CANCELLED&customer=" + bert)).containsExactly(berts);
        assertThat(ids("status=CANCELLED&customer=" + counter.customer())).isEmpty();
        assertThat(ids("customer=77")).isEmpty();
        counter.clerk().get("/sales-orders?status=LOST").is(400);
        counter.clerk().get("/sales-orders?customer=anna").problem(400, "invalid-value");
    }

    @Test
    void a_summary_says_the_same_as_the_order() {
        String id = counter.sells("PEN 10 pcs", "INK 1 pcs").id();
        JsonNode summary =
                counter.clerk().get("/sales-orders").json().get("items").get(0);
        JsonNode order = counter.order(id);
        for (String field : List.of("id", "customerId", "status", "total", "createdAt", "placedAt", "version")) {
            assertThat(summary.get(field)).as(field).isEqualTo(order.get(field));
        }
    }
}
