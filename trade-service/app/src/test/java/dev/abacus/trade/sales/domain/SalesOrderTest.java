package dev.abacus.trade.sales.domain;

import static dev.abacus.trade.sales.SalesMother.NOW;
import static dev.abacus.trade.sales.SalesMother.draft;
import static dev.abacus.trade.sales.SalesMother.everything;
import static dev.abacus.trade.sales.SalesMother.goods;
import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.pcs;
import static dev.abacus.trade.sales.SalesMother.placed;
import static dev.abacus.trade.sales.SalesMother.placing;
import static dev.abacus.trade.sales.SalesMother.priced;
import static dev.abacus.trade.sales.SalesMother.request;
import static dev.abacus.trade.sales.SalesMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.IllegalTransition;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.ShipmentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SalesOrderTest {

    private static final ShipmentId SHIPMENT = new ShipmentId(1);
    private static final CustomerId ANNA = new CustomerId(7);
    private final PricedOrder pensAndInk = priced(line(1, "PEN", 10, "3", "5"), line(2, "INK", 4, "12.50", "0"));

    @Test
    void an_order_comes_to_its_lines_less_their_discounts() {
        assertThat(pensAndInk.gross()).isEqualTo(yuan("80"));
        assertThat(pensAndInk.discount()).isEqualTo(yuan("5"));
        assertThat(pensAndInk.total()).isEqualTo(yuan("75"));
        assertThat(pensAndInk.promotions()).hasSize(1);
    }

    @Test
    void an_order_goes_from_placing_over_delivery_to_closed() {
        SalesOrder order = placing(pensAndInk);
        order.confirmPlacing(NOW);
        assertThat(order.progress().status()).isEqualTo(SalesOrderStatus.PLACED);
        order.deliver(SHIPMENT, goods(Map.of(1, pcs(4))));
        assertThat(order.progress().status()).isEqualTo(SalesOrderStatus.PARTLY_DELIVERED);
        order.deliver(SHIPMENT, everything());
        assertThat(order.progress().status()).isEqualTo(SalesOrderStatus.DELIVERED);
        assertThat(order.close("done").undelivered().isZero()).isTrue();
        assertThat(order.progress().status()).isEqualTo(SalesOrderStatus.CLOSED);
    }

    @Test
    void a_delivery_without_lines_is_all_that_is_left() {
        SalesOrder order = placed(pensAndInk);
        order.deliver(SHIPMENT, goods(Map.of(1, pcs(4))));
        Shipment rest = order.deliver(SHIPMENT, everything());
        assertThat(rest.lines())
                .extracting(Shipment.Line::number, Shipment.Line::quantity)
                .containsExactly(tuple(1, pcs(6)), tuple(2, pcs(4)));
        assertThat(rest.warehouse()).isEqualTo("MAIN");
    }

    @Test
    void not_more_is_delivered_than_was_ordered() {
        SalesOrder order = placed(pensAndInk);
        order.deliver(SHIPMENT, goods(Map.of(1, pcs(8))));
        assertRefused("over-delivery", () -> order.deliver(SHIPMENT, goods(Map.of(1, pcs(3)))));
        assertThatThrownBy(() -> order.deliver(SHIPMENT, goods(Map.of(9, pcs(1)))))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> order.deliver(SHIPMENT, goods(Map.of(1, Quantity.of("1", "box")))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void not_more_comes_back_than_was_delivered() {
        SalesOrder order = placed(pensAndInk);
        order.deliver(SHIPMENT, goods(Map.of(1, pcs(8))));
        order.takeBack(SHIPMENT, goods(Map.of(1, pcs(8))));
        assertRefused("over-return", () -> order.takeBack(SHIPMENT, goods(Map.of(1, pcs(1)))));
    }

    @Test
    void goods_come_back_also_after_the_order_is_closed() {
        SalesOrder order = placed(pensAndInk);
        order.deliver(SHIPMENT, everything());
        order.close("done");
        assertThat(order.takeBack(SHIPMENT, goods(Map.of(2, pcs(4)))).amount()).isEqualTo(yuan("50"));
    }

    @Test
    void an_order_of_which_nothing_was_delivered_is_cancelled_and_one_of_which_something_was_is_closed_short() {
        SalesOrder untouched = placed(pensAndInk);
        assertThat(untouched.cancel("changed his mind").undelivered()).isEqualTo(yuan("75"));

        SalesOrder begun = placed(pensAndInk);
        begun.deliver(SHIPMENT, goods(Map.of(2, pcs(4))));
        assertThatThrownBy(() -> begun.cancel("too late")).isInstanceOf(IllegalTransition.class);
        assertThat(begun.isShort()).isTrue();
        assertThat(begun.close("no more pens").undelivered()).isEqualTo(yuan("25"));
    }

    @Test
    void a_draft_that_is_cancelled_frees_nothing() {
        SalesOrder draft = draft(ANNA, pensAndInk);
        assertThat(draft.cancel("a mistake").undelivered().isZero()).isTrue();
    }

    @Test
    void a_draft_whose_placement_is_off_is_a_draft_again_and_an_order_without_one_is_rejected() {
        SalesOrder draft = draft(ANNA, pensAndInk);
        draft.beginPlacing(pensAndInk, "xid-2", NOW);
        assertThat(draft.abandonPlacing().undelivered()).isEqualTo(yuan("75"));
        assertThat(draft.progress().status()).isEqualTo(SalesOrderStatus.DRAFT);

        SalesOrder order = placing(pensAndInk);
        order.abandonPlacing();
        assertThat(order.progress().status()).isEqualTo(SalesOrderStatus.REJECTED);
    }

    @Test
    void the_reason_is_told_once_and_only_of_a_placement_that_is_off() {
        SalesOrder order = placing(pensAndInk);
        assertThat(order.explain("insufficient-stock")).isFalse();
        order.abandonPlacing();
        assertThat(order.explain("insufficient-stock")).isTrue();
        assertThat(order.explain("something else")).isFalse();
        assertThat(order.progress().reason()).isEqualTo("insufficient-stock");
    }

    @Test
    void an_order_that_is_being_placed_is_left_alone() {
        SalesOrder order = placing(pensAndInk);
        List<ThrowingCallable> attempts = List.of(
                () -> order.cancel("now"),
                () -> order.close("now"),
                () -> order.deliver(SHIPMENT, everything()),
                () -> order.takeBack(SHIPMENT, goods(Map.of(1, pcs(1)))),
                () -> order.redraft(request(ANNA, pensAndInk), pensAndInk),
                () -> order.beginPlacing(pensAndInk, "xid-3", NOW));
        attempts.forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(IllegalTransition.class));
    }

    @Test
    void a_placed_order_is_not_confirmed_or_abandoned_again() {
        SalesOrder order = placed(pensAndInk);
        assertThatThrownBy(() -> order.confirmPlacing(NOW)).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(order::abandonPlacing).isInstanceOf(IllegalTransition.class);
    }

    @Property
    void what_is_delivered_in_parts_comes_to_the_order_to_the_cent(
            @ForAll @IntRange(min = 1, max = 40) int pieces,
            @ForAll @IntRange(max = 9_999) int cents,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> parts) {
        Money price = new Money(BigDecimal.valueOf(cents, 2), pensAndInk.currency());
        Money discount = price.times(BigDecimal.valueOf(pieces)).times(new BigDecimal("0.37"));
        PricedOrder priced = priced(line(
                1,
                "PEN",
                pieces,
                price.amount().toPlainString(),
                discount.amount().toPlainString()));
        SalesOrder order = placed(priced);
        Money owed = yuan("0");
        Money back = yuan("0");
        List<Quantity> shipped = new ArrayList<>();
        for (int part : parts) {
            int left = order.line(1).open().amount().intValue();
            if (left > 0) {
                Quantity some = pcs(Math.min(part, left));
                owed = owed.plus(order.deliver(SHIPMENT, goods(Map.of(1, some))).amount());
                shipped.add(some);
            }
        }
        assertThat(owed.plus(order.line(1).undelivered())).isEqualTo(priced.total());
        for (Quantity some : shipped) {
            back = back.plus(order.takeBack(SHIPMENT, goods(Map.of(1, some))).amount());
        }
        assertThat(back).isEqualTo(owed);
    }

    private static void assertRefused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
