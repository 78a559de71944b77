package dev.abacus.inventory.warehousing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.LedgerQuery;
import dev.abacus.inventory.stock.Reservations;
import dev.abacus.inventory.stock.StockBook;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.trade.api.events.GoodsReceived;
import dev.abacus.trade.api.events.SalesDelivered;
import dev.abacus.trade.api.events.SalesHistoryPosted;
import dev.abacus.trade.api.events.SalesOrderCancelled;
import dev.abacus.trade.api.events.SalesReturned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Trade's events on their real way: outbox, RocketMQ, inbox. */
class TradeEventsTest extends InventoryTest {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Autowired
    Events events;

    @Autowired
    Branches branches;

    @Autowired
    Reservations reservations;

    @Autowired
    StockBook book;

    private String order;

    @BeforeEach
    void anOrderHoldsFourOfTen() {
        order = "SO-" + NUMBERS.incrementAndGet();
        inHere(() -> {
            floor.packed("A", "1 box = 2 pcs");
            floor.move("A", 10);
            Branches.Branch branch = branches.branch(order);
            branches.attempt(branch, Map.of("A", 4L), false);
            branches.confirm(branch, false);
        });
    }

    @Test
    void a_delivery_takes_the_goods_and_uses_up_what_was_held_for_the_order() {
        publish(new SalesDelivered(
                number(), order, DAY, null, List.of(new SalesDelivered.Line("A", BigDecimal.ONE, "box"))));

        levelBecomes(8, 2);
        assertThat(inHere(() -> book.ledger(
                                new LedgerQuery(floor.key("A").product(), null, DAY, DAY), PageRequest.first())
                        .items()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.movement().quantity()).isEqualTo(Floor.pcs(-2));
                    assertThat(entry.movement().reason().code()).isEqualTo("sale");
                    assertThat(entry.source()).startsWith("document-");
                });
    }

    @Test
    void an_order_that_ends_gives_back_what_is_left() {
        publish(new SalesDelivered(
                number(), order, DAY, null, List.of(new SalesDelivered.Line("A", BigDecimal.ONE, "pcs"))));
        publish(new SalesOrderCancelled(order));

        levelBecomes(9, 0);
        assertThat(inHere(() -> reservations.of(order))).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(HeldLine.State.CONSUMED);
            assertThat(line.released()).isEqualTo(Floor.pcs(3));
        });
    }

    @Test
    void receipts_and_returns_bring_goods_in() {
        publish(new GoodsReceived(
                number(), "PO-1", DAY, null, List.of(new GoodsReceived.Line("A", BigDecimal.TEN, "box"))));
        publish(new SalesReturned(
                number(), order, DAY, "MAIN", List.of(new SalesReturned.Line("A", BigDecimal.ONE, "pcs"))));

        levelBecomes(31, 4);
    }

    @Test
    void history_counts_for_its_own_days_and_leaves_today_as_it_is() {
        publish(new SalesHistoryPosted(
                number(), 0, List.of(past(0, "7", false), past(1, "0", false), past(2, "5", true))));

        await().until(() -> ledger(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 1, 5)), found -> found.size() == 3);
        levelBecomes(10, 4);
        assertThat(ledger(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 1, 5)))
                .containsExactly("2014-01-01 opening 12", "2014-01-02 sale -7", "2014-01-04 promotion-sale -5");
    }

    @Test
    void an_unknown_sku_ends_as_a_dead_letter_that_says_so_and_moves_nothing() {
        String delivery = number();
        publish(new SalesDelivered(
                delivery,
                "SO-other" + delivery,
                DAY,
                null,
                List.of(
                        new SalesDelivered.Line("A", BigDecimal.ONE, "pcs"),
                        new SalesDelivered.Line("NONE", BigDecimal.ONE, "pcs"))));

        await().until(
                        () -> inHere(() -> jdbc.sql(
                                        "SELECT error FROM inventory_inbox"
                                                + " WHERE tenant_id = ? AND state = 'DEAD' AND consumer = 'inventory.stock-posting'")
                                .param(here.value())
                                .query(String.class)
                                .list()),
                        errors -> errors.size() == 1 && errors.getFirst().contains("There is no product NONE"));
        levelBecomes(10, 4);
    }

    private void publish(DomainEvent event) {
        inTransaction(() -> events.publish(event));
    }

    private void levelBecomes(long onHand, long reserved) {
        StockLevel level = await().until(
                        () -> inHere(() -> floor.level("A")),
                        now -> now.onHand().equals(Floor.pcs(onHand))
                                && now.reserved().equals(Floor.pcs(reserved)));
        assertThat(level.available()).isEqualTo(Floor.pcs(onHand - reserved));
        books().mustAgree();
    }

    private List<String> ledger(LocalDate from, LocalDate to) {
        return inHere(() ->
                book
                        .ledger(new LedgerQuery(floor.key("A").product(), null, from, to), PageRequest.first())
                        .items()
                        .stream()
                        .map(entry -> entry.movement().occurredOn() + " "
                                + entry.movement().reason() + " "
                                + entry.movement()
                                        .quantity()
                                        .amount()
                                        .stripTrailingZeros()
                                        .toPlainString())
                        .toList());
    }

    private static SalesHistoryPosted.Row past(int day, String quantity, boolean promotion) {
        return new SalesHistoryPosted.Row(
                LocalDate.of(2014, 1, 2).plusDays(day), "A", new BigDecimal(quantity), promotion);
    }

    private static String number() {
        return Long.toString(NUMBERS.incrementAndGet());
    }
}
