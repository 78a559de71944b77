package dev.abacus.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import dev.abacus.trade.testing.Warehouse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people want different things of the same order at the same moment: one gets it, and the books are right. */
class RacesTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;
    private Warehouse warehouse;

    @BeforeEach
    void openTheShop() {
        counter = new Counter(clerk(), as(acme, () -> shop.open("100")));
        warehouse = new Warehouse(
                clerk(),
                boss(),
                clerk().post("/suppliers", Papers.supplier("S-1", 7)).id());
    }

    /** The statuses of the answers; none of them is our own fault. */
    @SafeVarargs
    private static List<Integer> atOnce(Callable<Api.Answer>... requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(requests.length)) {
            for (Future<Api.Answer> future : threads.invokeAll(List.of(requests))) {
                Api.Answer answer = future.get();
                assertThat(answer.status()).as(answer.response().body()).isLessThan(500);
                statuses.add(answer.status());
            }
        }
        return statuses;
    }

    @RepeatedTest(5)
    void an_order_is_delivered_or_cancelled_and_never_both() throws Exception {
        String id = counter.sells("PEN 10 pcs").id();

        List<Integer> statuses = atOnce(() -> counter.delivers(id), () -> counter.cancels(id));

        boolean delivered = statuses.get(0) == 201;
        assertThat(statuses.get(1) == 200).isEqualTo(!delivered);
        assertThat(counter.status(id)).isEqualTo(delivered ? "DELIVERED" : "CANCELLED");
        assertThat(counter.credit()).isEqualTo(delivered ? "0.00/30.00/0.00/70.00" : "0.00/0.00/0.00/100.00");
        assertThat(events(acme))
                .containsExactly(
                        "trade.sales-order-placed.v1",
                        delivered ? "trade.sales-delivered.v1" : "trade.sales-order-cancelled.v1");
    }

    @Test
    void a_debt_is_paid_once_however_many_pay_it_at_once() throws Exception {
        String id = counter.sells("PEN 10 pcs").id();
        counter.delivers(id).is(201);
        Callable<Api.Answer> pay = () -> counter.isPaid("20");

        assertThat(Collections.frequency(atOnce(pay, pay, pay), 201)).isEqualTo(1);

        assertThat(counter.credit()).isEqualTo("0.00/10.00/0.00/90.00");
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_payment WHERE tenant_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void the_same_goods_come_back_once() throws Exception {
        String id = counter.sells("PEN 10 pcs").id();
        counter.delivers(id).is(201);
        Callable<Api.Answer> back = () -> counter.takesBack(id, "1 6 pcs");
        assertThat(Collections.frequency(atOnce(back, back), 201)).isEqualTo(1);
        assertThat(counter.credit()).isEqualTo("0.00/12.00/0.00/88.00");
    }

    @Test
    void what_is_approved_is_what_was_seen_even_when_it_is_changed_at_that_moment() throws Exception {
        Api.Answer draft = warehouse.drafts("PEN 100 pcs 1.20").is(201);
        String other = Papers.purchaseOrder(warehouse.supplier(), "PEN 9999 pcs 9");

        List<Integer> statuses = atOnce(() -> warehouse.approves(draft.id(), draft.etag()), () -> clerk().putSeen(
                        "/purchase-orders/" + draft.id(), draft.etag(), other));

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        boolean approved = statuses.getFirst() == 200;
        assertThat(warehouse.status(draft.id())).isEqualTo(approved ? "APPROVED" : "DRAFT");
        assertThat(warehouse.order(draft.id()).at("/lines/0/quantity/amount").asString())
                .isEqualTo(approved ? "100" : "9999");
        assertThat(events(acme)).hasSize(approved ? 1 : 0);
    }

    @Test
    void goods_that_arrive_at_two_doors_at_once_are_not_more_than_were_ordered() throws Exception {
        String id = warehouse.orders("PEN 10 pcs 1");
        Callable<Api.Answer> receive = () -> warehouse.receives(id, "1 6 pcs");
        assertThat(Collections.frequency(atOnce(receive, receive), 201)).isEqualTo(1);
        assertThat(warehouse.order(id).at("/lines/0/received/amount").asString())
                .isEqualTo("6");
    }

    @Test
    void a_code_is_given_once_however_many_want_it_at_once() throws Exception {
        Callable<Api.Answer> make = () -> clerk().post("/customers", Papers.customer("WANTED", "1"));
        assertThat(Collections.frequency(atOnce(make, make, make), 201)).isEqualTo(1);
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_credit_account WHERE tenant_id = ?"))
                .isEqualTo(2);
    }
}
