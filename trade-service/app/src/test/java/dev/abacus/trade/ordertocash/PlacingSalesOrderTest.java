package dev.abacus.trade.ordertocash;

import static dev.abacus.trade.catalogue.ProductMother.product;
import static dev.abacus.trade.promotion.PromotionMother.percent;
import static dev.abacus.trade.sales.SalesMother.yuan;
import static dev.abacus.trade.testing.Shop.order;
import static dev.abacus.trade.testing.Shop.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.idempotency.IdempotencyKeyReused;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.trade.catalogue.InventoryUnavailable;
import dev.abacus.trade.ordertocash.application.PlaceOrder;
import dev.abacus.trade.ordertocash.application.PlacingSalesOrder;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.application.DraftingSalesOrder;
import dev.abacus.trade.sales.application.SalesOrderLists;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrderSketch;
import dev.abacus.trade.sales.domain.SalesOrderStatus;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.ResourceAccessException;

/** Placing with the real coordinator; stock is a second branch, in memory. */
class PlacingSalesOrderTest extends TradeTest {

    private static final IdempotencyKey NO_KEY = IdempotencyKey.none();
    private static final UserId CLERK = new UserId(7);

    @Autowired
    private Shop shop;

    @Autowired
    private PlacingSalesOrder placing;

    @Autowired
    private DraftingSalesOrder drafting;

    @Autowired
    private SalesOrders orders;

    @Autowired
    private SalesOrderLists list;

    private SalesOrder kept(SalesOrderId id) {
        return as(acme, () -> orders.find(id).orElseThrow());
    }

    private SalesOrderId place(PlaceOrder order, IdempotencyKey key) {
        return as(acme, () -> placing.place(order, key));
    }

    private List<SalesOrderSketch> all() {
        return as(acme, () -> list.list(null, null, PageRequest.first()).items());
    }

    private void assertNothingIsHeld(CustomerId customer) {
        with(acme, () -> {
            assertThat(shop.credit(customer).reserved().isZero()).isTrue();
            assertThat(stock.holdsNothing()).isTrue();
        });
    }

    private static void assertRefused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void a_placed_order_has_its_credit_its_promotion_and_its_stock_when_the_caller_gets_his_answer() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        PromotionId tenth = as(acme, () -> shop.promotion("TENTH", percent("10"), new Quota(5, 1)));

        SalesOrderId id = place(order(anna, "PEN", 10), NO_KEY);

        SalesOrder placed = kept(id);
        assertThat(placed.progress().status()).isEqualTo(SalesOrderStatus.PLACED);
        assertThat(placed.priced().total()).isEqualTo(yuan("27"));
        with(acme, () -> {
            assertThat(shop.credit(anna).reserved()).isEqualTo(yuan("27"));
            assertThat(shop.uses(tenth).consumedUses()).isEqualTo(1);
            assertThat(shop.uses(tenth).reservedUses()).isZero();
            assertThat(stock.holds(id.toString())).isTrue();
        });
        assertThat(
                        number(
                                acme,
                                "SELECT COUNT(*) FROM trade_outbox WHERE type = 'trade.sales-order-placed.v1' AND tenant_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void an_order_that_stock_does_not_cover_leaves_nothing_behind_and_says_why() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        PromotionId tenth = as(acme, () -> shop.promotion("TENTH", percent("10"), new Quota(5, 1)));
        with(acme, () -> stock.left(9));

        assertRefused("insufficient-stock", () -> place(order(anna, "PEN", 10), NO_KEY));

        assertNothingIsHeld(anna);
        with(acme, () -> assertThat(
                        shop.uses(tenth).reservedUses() + shop.uses(tenth).consumedUses())
                .isZero());
        assertThat(all()).singleElement().satisfies(rejected -> {
            assertThat(rejected.progress().status()).isEqualTo(SalesOrderStatus.REJECTED);
            assertThat(rejected.progress().reason()).isEqualTo("insufficient-stock");
        });
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_outbox WHERE tenant_id = ?"))
                .isZero();
    }

    @Test
    void an_order_beyond_the_credit_never_gets_to_stock() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        AtomicInteger asked = new AtomicInteger();
        inventory.afterReserving(asked::incrementAndGet);
        assertRefused("credit-exceeded", () -> place(order(anna, "PEN", 34), NO_KEY));
        assertThat(asked).hasValue(0);
        assertThat(all()).isEmpty();
        assertNothingIsHeld(anna);
    }

    @Test
    void what_has_no_price_is_not_known_or_not_traded_is_refused_before_anything_begins() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        with(acme, () -> inventory.trades(product("FREE")));
        assertRefused("no-price", () -> place(order(anna, "FREE", 1), NO_KEY));
        assertRefused("unknown-sku", () -> place(order(anna, "NONE", 1), NO_KEY));
        assertRefused("inactive-product", () -> place(order(anna, "OLD", 1), NO_KEY));
        assertRefused("not-found", () -> place(order(new CustomerId(1), "PEN", 1), NO_KEY));
        assertThat(all()).isEmpty();
    }

    @Test
    void when_the_answer_about_stock_is_lost_the_stock_is_free_again() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        inventory.afterReserving(() -> InventoryUnavailable.unless(() -> {
            throw new ResourceAccessException("connection reset");
        }));
        assertRefused("inventory-unavailable", () -> place(order(anna, "PEN", 10), NO_KEY));
        assertNothingIsHeld(anna);
        assertThat(all().getFirst().progress().status()).isEqualTo(SalesOrderStatus.REJECTED);
    }

    @Test
    void a_confirm_that_fails_at_first_is_tried_again_until_the_order_has_everything() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        AtomicInteger failures = new AtomicInteger(1);
        stock.beforeConfirm(() -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
        });
        SalesOrderId id = place(order(anna, "PEN", 10), NO_KEY);
        assertThat(kept(id).progress().status()).isEqualTo(SalesOrderStatus.PLACED);
        await().untilAsserted(() ->
                with(acme, () -> assertThat(stock.holds(id.toString())).isTrue()));
    }

    @Test
    void the_same_key_is_the_same_order_and_another_request_under_it_is_refused() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        IdempotencyKey key = IdempotencyKey.of("key-0001");
        SalesOrderId first = place(order(anna, "PEN", 10), key);
        assertThat(place(order(anna, "PEN", 10), key)).isEqualTo(first);
        assertThatThrownBy(() -> place(order(anna, "PEN", 11), key)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(all()).hasSize(1);
        with(acme, () -> assertThat(shop.credit(anna).reserved()).isEqualTo(yuan("30")));
    }

    @Test
    void requests_at_once_with_one_key_have_one_effect() throws Exception {
        CustomerId anna = as(acme, () -> shop.open("100"));
        IdempotencyKey key = IdempotencyKey.of("key-0002");
        Set<SalesOrderId> placed = new HashSet<>();
        for (Object answer : atOnce(8, () -> place(order(anna, "PEN", 10), key))) {
            if (answer instanceof SalesOrderId id) {
                placed.add(id);
            } else {
                assertThat(answer).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                        .isEqualTo("request-in-progress"));
            }
        }
        assertThat(placed).hasSize(1);
        assertThat(all()).hasSize(1);
        with(acme, () -> assertThat(shop.credit(anna).reserved()).isEqualTo(yuan("30")));
    }

    @Test
    void a_key_whose_order_came_to_nothing_may_be_used_again() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        IdempotencyKey key = IdempotencyKey.of("key-0003");
        with(acme, () -> stock.left(9));
        assertRefused("insufficient-stock", () -> place(order(anna, "PEN", 10), key));
        with(acme, () -> stock.left(10));
        SalesOrderId id = place(order(anna, "PEN", 10), key);
        assertThat(kept(id).progress().status()).isEqualTo(SalesOrderStatus.PLACED);
    }

    @Test
    void the_last_use_of_a_promotion_goes_to_one_of_many_orders_at_once() throws Exception {
        with(acme, () -> shop.open("1000"));
        PromotionId once = as(acme, () -> shop.promotion("ONCE", percent("50"), new Quota(1, null)));
        List<CustomerId> buyers = IntStream.range(0, 6)
                .mapToObj(i -> as(acme, () -> shop.customer("B-" + i, "1000")))
                .toList();
        AtomicInteger next = new AtomicInteger();
        List<Object> answers = atOnce(6, () -> {
            var told = new PlaceOrder(wants(buyers.get(next.getAndIncrement()), "PEN", 10), yuan("15"), CLERK);
            return place(told, NO_KEY);
        });
        assertThat(answers).filteredOn(SalesOrderId.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(DomainException.class::isInstance)
                .extracting(e -> ((DomainException) e).code())
                .containsOnly("promotion-exhausted");
        with(acme, () -> assertThat(shop.uses(once).consumedUses()).isEqualTo(1));
        with(acme, () -> assertThat(shop.uses(once).reservedUses()).isZero());
    }

    @Test
    void an_order_is_not_placed_at_another_price_than_the_customer_was_told() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        var told = new PlaceOrder(wants(anna, "PEN", 10), yuan("29"), CLERK);
        assertRefused("price-changed", () -> place(told, NO_KEY));
        assertThat(all()).isEmpty();
    }

    @Test
    void a_draft_is_placed_as_it_was_seen_and_is_a_draft_again_when_that_fails() {
        CustomerId anna = as(acme, () -> shop.open("100"));
        SalesOrderId draft = as(acme, () -> drafting.draft(wants(anna, "PEN", 10), CLERK, NO_KEY));
        with(acme, () -> stock.left(9));
        assertRefused(
                "insufficient-stock", () -> as(acme, () -> placing.placeDraft(draft, new EntityVersion(0), CLERK)));
        assertThat(kept(draft).progress().status()).isEqualTo(SalesOrderStatus.DRAFT);
        assertThat(kept(draft).progress().reason()).isEqualTo("insufficient-stock");
        assertNothingIsHeld(anna);

        with(acme, () -> stock.left(10));
        assertThatThrownBy(() -> as(acme, () -> placing.placeDraft(draft, new EntityVersion(0), CLERK)))
                .isInstanceOf(EntityVersion.Stale.class);
        int seen = kept(draft).header().version();
        as(acme, () -> placing.placeDraft(draft, new EntityVersion(seen), CLERK));
        assertThat(kept(draft).progress().status()).isEqualTo(SalesOrderStatus.PLACED);
        assertThat(kept(draft).progress().reason()).isNull();
    }

    private static List<Object> atOnce(int times, Callable<SalesOrderId> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Callable<SalesOrderId>> all =
                    IntStream.range(0, times).mapToObj(i -> work).toList();
            return threads.invokeAll(all).stream()
                    .map(PlacingSalesOrderTest::answer)
                    .toList();
        }
    }

    private static Object answer(Future<SalesOrderId> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
