package dev.abacus.trade.ordertocash.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExpiringOrdersTest extends TradeTest {

    private static final Duration LONG = Duration.ofDays(91);

    @Autowired
    private Shop shop;

    @Autowired
    private ExpiringOrders expiring;

    private Counter counter;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("1000")));
    }

    @Test
    void an_order_that_nobody_delivered_for_ninety_days_is_cancelled_and_holds_nothing_any_more() {
        String order = counter.sells("PEN 10 pcs").id();
        clock.pass(LONG);

        with(acme, expiring::expire);

        assertThat(counter.status(order)).isEqualTo("CANCELLED");
        assertThat(counter.order(order).get("reason").asString()).isEqualTo("expired");
        assertThat(counter.credit()).isEqualTo("0.00/0.00/0.00/1000.00");
        assertThat(events(acme)).endsWith("trade.sales-order-cancelled.v1");
    }

    @Test
    void a_younger_order_and_one_that_is_partly_delivered_are_left() {
        String partly = counter.sells("PEN 10 pcs").id();
        counter.delivers(partly, "1 4 pcs").is(201);
        clock.pass(LONG);
        String young = counter.sells("PEN 1 pcs").id();

        with(acme, expiring::expire);

        assertThat(counter.status(partly)).isEqualTo("PARTLY_DELIVERED");
        assertThat(counter.status(young)).isEqualTo("PLACED");
    }

    @Test
    void a_second_run_changes_nothing() {
        counter.sells("PEN 10 pcs").id();
        clock.pass(LONG);
        with(acme, expiring::expire);
        int events = events(acme).size();

        with(acme, expiring::expire);

        assertThat(events(acme)).hasSize(events);
    }
}
