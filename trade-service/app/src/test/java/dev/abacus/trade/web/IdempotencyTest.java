package dev.abacus.trade.web;

import static dev.abacus.trade.testing.Papers.customer;
import static dev.abacus.trade.testing.Papers.delivery;
import static dev.abacus.trade.testing.Papers.goodsBack;
import static dev.abacus.trade.testing.Papers.payment;
import static dev.abacus.trade.testing.Papers.percentOff;
import static dev.abacus.trade.testing.Papers.priceList;
import static dev.abacus.trade.testing.Papers.promotion;
import static dev.abacus.trade.testing.Papers.purchaseOrder;
import static dev.abacus.trade.testing.Papers.reason;
import static dev.abacus.trade.testing.Papers.receipt;
import static dev.abacus.trade.testing.Papers.salesOrder;
import static dev.abacus.trade.testing.Papers.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.abacus.trade.catalogue.InventoryUnavailable;
import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import dev.abacus.trade.testing.Warehouse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.ResourceAccessException;

/** I7: the same key has one effect; with another body it is refused; at once it never runs twice. */
class IdempotencyTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;
    private Warehouse warehouse;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("1000")));
        warehouse = new Warehouse(
                clerk(), boss(), clerk().post("/suppliers", supplier("S-0", 7)).id());
    }

    /** Something that can be sent again, and the same with another body. */
    private record Effect(String path, String body, String other) {}

    @TestFactory
    Stream<DynamicTest> a_repeat_is_the_first_answer_and_another_body_is_refused() {
        String anna = counter.customer();
        String delivered = counter.sells("PEN 20 pcs").id();
        counter.delivers(delivered, "1 10 pcs").is(201);
        String placed = counter.sells("PEN 1 pcs").id();
        String ordered = warehouse.orders("PEN 20 pcs 1");
        String received = warehouse.orders("PEN 1 pcs 1");
        warehouse.receives(received).is(201);
        String unwanted = warehouse.orders("PEN 1 pcs 1");
        String order = "/sales-orders/" + delivered;
        return Stream.of(
                        new Effect("/customers", customer("K-1", "1"), customer("K-1", "2")),
                        new Effect("/suppliers", supplier("K-1", 1), supplier("K-1", 2)),
                        new Effect("/price-lists", priceList("K-1", ""), priceList("K-2", "")),
                        new Effect(
                                "/promotions",
                                promotion("K-1", percentOff("1"), ",\"totalUses\":1"),
                                promotion("K-1", percentOff("2"), ",\"totalUses\":1")),
                        new Effect("/sales-orders", salesOrder(anna, "PEN 1 pcs"), salesOrder(anna, "PEN 2 pcs")),
                        new Effect(
                                "/sales-orders/drafts", salesOrder(anna, "PEN 1 pcs"), salesOrder(anna, "INK 1 pcs")),
                        new Effect(order + "/deliveries", delivery("1 1 pcs"), delivery("1 2 pcs")),
                        new Effect(order + "/returns", goodsBack("1 1 pcs"), goodsBack("1 2 pcs")),
                        new Effect(
                                "/customers/" + anna + "/payments", payment("RECEIVED", "1"), payment("RECEIVED", "2")),
                        new Effect(order + "/closure", reason("done"), reason("well done")),
                        new Effect("/sales-orders/" + placed + "/cancellation", reason("a"), reason("b")),
                        new Effect(
                                "/purchase-orders",
                                purchaseOrder(warehouse.supplier(), "PEN 1 pcs 1"),
                                purchaseOrder(warehouse.supplier(), "PEN 1 pcs 2")),
                        new Effect("/purchase-orders/" + ordered + "/receipts", receipt("1 1 pcs"), receipt("1 2 pcs")),
                        new Effect("/purchase-orders/" + received + "/closure", reason("a"), reason("b")),
                        new Effect("/purchase-orders/" + unwanted + "/cancellation", reason("a"), reason("b")))
                .map(effect -> dynamicTest(effect.path().replaceAll("\\d{5,}", "1"), () -> hasOneEffect(effect)));
    }

    private void hasOneEffect(Effect effect) {
        String key = "key-" + System.nanoTime();
        Api.Answer first = clerk().post(effect.path(), effect.body(), "Idempotency-Key", key);
        assertThat(first.status()).as(first.response().body()).isIn(200, 201);
        String after = counter.everything();
        List<String> told = events(acme);

        Api.Answer second = clerk().post(effect.path(), effect.body(), "Idempotency-Key", key)
                .is(first.status());
        assertThat(second.json()).isEqualTo(first.json());
        clerk().post(effect.path(), effect.other(), "Idempotency-Key", key).problem(422, "idempotency-key-reused");

        assertThat(counter.everything()).isEqualTo(after);
        assertThat(events(acme)).isEqualTo(told);
    }

    @Test
    void a_draft_sent_again_is_the_first_one_although_its_product_is_sold_no_more() {
        String paper = salesOrder(counter.customer(), "PEN 1 pcs");
        String first = clerk().post("/sales-orders/drafts", paper, "Idempotency-Key", "again-and-again")
                .id();
        with(acme, () -> inventory.trades(ProductMother.withdrawn("PEN")));
        assertThat(clerk().post("/sales-orders/drafts", paper, "Idempotency-Key", "again-and-again")
                        .id())
                .isEqualTo(first);
        clerk().post("/sales-orders/drafts", paper).problem(422, "inactive-product");
    }

    @Test
    void a_purchase_draft_sent_again_is_the_first_one_although_inventory_is_away() {
        String paper = purchaseOrder(warehouse.supplier(), "PEN 1 pcs 1");
        String first = clerk().post("/purchase-orders", paper, "Idempotency-Key", "again-and-again")
                .id();
        inventory.beforeFinding(() -> {
            InventoryUnavailable.unless(() -> {
                throw new ResourceAccessException("connection refused");
            });
        });
        assertThat(clerk().post("/purchase-orders", paper, "Idempotency-Key", "again-and-again")
                        .id())
                .isEqualTo(first);
        clerk().post("/purchase-orders", paper).problem(503, "inventory-unavailable");
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        with(acme, () -> stock.left(0));
        String paper = salesOrder(counter.customer(), "PEN 1 pcs");
        clerk().post("/sales-orders", paper, "Idempotency-Key", "try-again-1").problem(409, "insufficient-stock");
        with(acme, () -> stock.left(1));
        clerk().post("/sales-orders", paper, "Idempotency-Key", "try-again-1").is(201);
    }

    @Test
    void deliveries_at_once_under_one_key_deliver_once() throws Exception {
        String id = counter.sells("PEN 10 pcs").id();
        Set<String> deliveries = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Api.Answer> deliver = () -> clerk().post(
                            "/sales-orders/" + id + "/deliveries",
                            delivery("1 3 pcs"),
                            "Idempotency-Key",
                            "all-at-once");
            for (var future : threads.invokeAll(List.of(deliver, deliver, deliver, deliver))) {
                Api.Answer answer = future.get();
                assertThat(answer.status()).as(answer.response().body()).isIn(201, 409, 412);
                if (answer.status() == 201) {
                    deliveries.add(answer.id());
                }
            }
        }
        assertThat(deliveries).hasSize(1);
        assertThat(counter.order(id).at("/lines/0/delivered/amount").asString()).isEqualTo("3");
        assertThat(counter.credit()).isEqualTo("21.00/9.00/0.00/970.00");
    }

    @Test
    void deliveries_at_once_without_a_key_never_deliver_more_than_was_ordered() throws Exception {
        String id = counter.sells("PEN 10 pcs").id();
        int delivered = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> deliver = () -> counter.delivers(id, "1 4 pcs").status();
            for (var future : threads.invokeAll(List.of(deliver, deliver, deliver, deliver))) {
                assertThat(future.get()).isIn(201, 409, 412, 422);
                delivered += future.get() == 201 ? 4 : 0;
            }
        }
        assertThat(delivered).isBetween(4, 8);
        assertThat(counter.order(id).at("/lines/0/delivered/amount").asString()).isEqualTo(Integer.toString(delivered));
        assertThat(counter.credit()).startsWith((30 - 3 * delivered) + ".00/" + 3 * delivered + ".00/");
    }
}
