package dev.abacus.trade.ordertocash;

import static dev.abacus.trade.testing.Papers.salesOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.lang.reflect.Proxy;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.apache.seata.core.model.TransactionManager;
import org.apache.seata.tm.TransactionManagerHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The coordinator goes away before, within and after a placement, and comes back. */
class CoordinatorAwayTest extends TradeTest {

    private static final String KEY = "under-this-key";

    @Autowired
    private Shop shop;

    @Value("${abacus.trade.placement.timeout}")
    private Duration timeout;

    private Counter counter;
    private Api clerk;
    private PromotionId half;

    @BeforeEach
    void openTheShop() {
        clerk = clerk();
        counter = new Counter(clerk, as(acme, () -> shop.open("100")));
        half = as(acme, () -> shop.promotion("HALF", PromotionMother.percent("50"), new Quota(5, 5)));
    }

    /** The client looks for the coordinator again every ten seconds; the next test must find it. */
    @AfterEach
    void mend() {
        COORDINATOR.mend();
        inventory.afterReserving(() -> {});
        stock.beforeConfirm(() -> {});
        await().pollInterval(Duration.ofMillis(500))
                .until(() -> counter.sells("PEN 1 pcs").status() == 201);
    }

    private Api.Answer place() {
        return clerk.post("/sales-orders", salesOrder(counter.customer(), "PEN 10 pcs"), "Idempotency-Key", KEY);
    }

    private String only() {
        JsonNode orders = clerk.get("/sales-orders").json().get("items");
        assertThat(orders).hasSize(1);
        return orders.get(0).get("id").asString();
    }

    private void assertNothingIsHeld() {
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/100.00");
        with(acme, () -> {
            assertThat(shop.uses(half).reservedUses()).isZero();
            assertThat(shop.uses(half).consumedUses()).isZero();
            assertThat(stock.holdsNothing()).isTrue();
        });
    }

    @Test
    void without_a_coordinator_nothing_begins_and_the_caller_is_told_to_come_again() {
        COORDINATOR.cut();

        Api.Answer refused = place();

        refused.problem(503, "coordinator-unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(clerk.get("/sales-orders").json().get("items")).isEmpty();
        assertNothingIsHeld();
        assertThat(events(acme)).isEmpty();
        COORDINATOR.mend();
        await().pollInterval(Duration.ofMillis(500)).until(() -> place().status() == 201);
        assertThat(counter.credit()).isEqualTo("15.00/0.00/0.00/85.00");
    }

    /** What the client throws between the moment in which its connection closes and the one in which it knows. */
    @Test
    void one_whose_connection_closes_under_the_first_word_of_a_transaction_is_away_too() {
        TransactionManager client = TransactionManagerHolder.get();
        TransactionManager closing = (TransactionManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TransactionManager.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("begin")) {
                        throw new RuntimeException(new RuntimeException(new ClosedChannelException()));
                    }
                    return method.invoke(client, arguments);
                });
        TransactionManagerHolder.set(closing);
        try {
            place().problem(503, "coordinator-unavailable");
        } finally {
            TransactionManagerHolder.set(client);
        }
        assertThat(clerk.get("/sales-orders").json().get("items")).isEmpty();
        assertNothingIsHeld();
        place().is(201);
    }

    @Test
    void all_that_needs_no_coordinator_goes_on_without_it() {
        String id = counter.sells("PEN 10 pcs").id();
        COORDINATOR.cut();
        counter.delivers(id, "1 4 pcs").is(201);
        counter.isPaid("6").is(201);
        counter.closes(id).is(200);
        clerk.post("/sales-orders/drafts", salesOrder(counter.customer(), "PEN 1 pcs"))
                .is(201);
    }

    @Test
    void an_order_whose_fate_is_not_known_is_neither_there_nor_gone_until_the_coordinator_decides() {
        inventory.afterReserving(COORDINATOR::cut);

        JsonNode problem = place().problem(503, "placement-unsettled");

        String id = problem.get("orderId").asString();
        assertThat(id).isEqualTo(only());
        assertThat(counter.status(id)).isEqualTo("PLACING");
        assertThat(counter.credit()).isEqualTo("15.00/0.00/0.00/85.00");
        counter.delivers(id).problem(409, "illegal-transition");
        counter.cancels(id).problem(409, "illegal-transition");
        Api.Answer again = place();
        again.problem(409, "request-in-progress");
        assertThat(again.header("Retry-After")).isEqualTo("1");
        assertStuck(id);

        // It was never told to commit, so it gives the transaction up when its time is over.
        inventory.afterReserving(() -> {});
        COORDINATOR.mend();
        await().pollInterval(Duration.ofMillis(500))
                .until(() -> counter.status(id).equals("REJECTED"));
        assertThat(counter.order(id).get("reason").asString()).isEqualTo("placement-abandoned");
        await().untilAsserted(this::assertNothingIsHeld);
        assertThat(events(acme)).isEmpty();
        assertThat(place().id()).isNotEqualTo(id);
    }

    /** Shown with what the coordinator says of it, once it takes longer than it may; to its own company alone. */
    private void assertStuck(String id) {
        String path = "/sales-orders/stuck-placements";
        assertThat(clerk.get(path).is(200).json()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        JsonNode stuck = clerk.get(path).is(200).json();
        assertThat(stuck).hasSize(1);
        assertThat(stuck.at("/0/orderId").asString()).isEqualTo(id);
        assertThat(stuck.at("/0/customerId").asString()).isEqualTo(counter.customer());
        assertThat(stuck.at("/0/coordinatorStatus").asString()).isEqualTo("UNREACHABLE");
        assertThat(thief().get(path).json()).isEmpty();
        clock.reset();
    }

    @Test
    void an_order_that_was_placed_while_the_answer_got_lost_is_the_answer_to_the_repeat() {
        stock.beforeConfirm(COORDINATOR::cut);

        place().problem(503, "placement-unsettled");

        stock.beforeConfirm(() -> {});
        COORDINATOR.mend();
        String id = only();
        await().pollInterval(Duration.ofMillis(500)).until(() -> as(acme, () -> stock.holds(id)));
        assertThat(place().id()).isEqualTo(id);
        assertThat(counter.status(id)).isEqualTo("PLACED");
        assertThat(counter.credit()).isEqualTo("15.00/0.00/0.00/85.00");
        assertThat(events(acme)).containsExactly("trade.sales-order-placed.v1");
    }
}
