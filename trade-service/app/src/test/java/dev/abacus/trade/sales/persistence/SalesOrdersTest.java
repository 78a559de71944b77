package dev.abacus.trade.sales.persistence;

import static dev.abacus.trade.sales.SalesMother.NOW;
import static dev.abacus.trade.sales.SalesMother.draft;
import static dev.abacus.trade.sales.SalesMother.goods;
import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.pcs;
import static dev.abacus.trade.sales.SalesMother.placementUnder;
import static dev.abacus.trade.sales.SalesMother.priced;
import static dev.abacus.trade.sales.SalesMother.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.sales.KeyTaken;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.SalesMother;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.UnsettledPlacement;
import dev.abacus.trade.sales.domain.OrderHeader;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.sales.domain.Shipment;
import dev.abacus.trade.testing.TradeTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SalesOrdersTest extends TradeTest {

    private static final PricedOrder PRICED =
            priced(line(1, "PEN", 10, "3.33", "0.01"), line(2, "INK", 2, "12.50", "0"));
    private static final String KEY = "key-of-the-order";

    @Autowired
    private SalesOrders orders;

    @Autowired
    private Customers customers;

    private CustomerId anna;

    @BeforeEach
    void aCustomer() {
        Customer customer = PartyMother.customer("A-1");
        with(acme, () -> customers.add(customer));
        anna = customer.id();
    }

    private SalesOrder kept(SalesOrder order) {
        return as(acme, () -> orders.find(order.id()).orElseThrow());
    }

    private void assertKept(SalesOrder order, int version) {
        assertThat(kept(order))
                .usingRecursiveComparison()
                .ignoringFields("header.version")
                .isEqualTo(order);
        assertThat(kept(order).header().version()).isEqualTo(version);
    }

    private SalesOrder placing(Placement placement, Instant since) {
        OrderHeader header =
                OrderHeader.of(placement.request(), placement.priced().currency(), placement.author(), NOW);
        return SalesOrder.placing(placement, header, "xid-1", since);
    }

    @Test
    void an_order_comes_back_as_it_was_at_every_step() {
        SalesOrder draft = draft(anna, PRICED);
        with(acme, () -> orders.add(draft));
        assertKept(draft, 0);

        SalesOrder placing = kept(draft);
        placing.beginPlacing(PRICED, "xid-1", NOW);
        inTransaction(() -> orders.updateWithLines(placing));
        assertKept(placing, 1);

        SalesOrder placed = kept(placing);
        placed.confirmPlacing(NOW);
        inTransaction(() -> orders.update(placed));
        assertKept(placed, 2);

        SalesOrder delivered = kept(placed);
        Shipment delivery = delivered.deliver(new ShipmentId(901), goods(Map.of(1, pcs(4))));
        inTransaction(() -> orders.update(delivered, delivery));
        assertKept(delivered, 3);

        SalesOrder back = kept(delivered);
        Shipment goodsBack = back.takeBack(new ShipmentId(902), goods(Map.of(1, pcs(1))));
        inTransaction(() -> orders.update(back, goodsBack));
        assertKept(back, 4);
        with(acme, () -> {
            assertThat(orders.shipments(back.id(), Shipment.Direction.DELIVERY)).containsExactly(delivery);
            assertThat(orders.shipments(back.id(), Shipment.Direction.RETURN)).containsExactly(goodsBack);
        });
    }

    @Test
    void a_redrafted_order_has_its_new_lines_and_none_of_the_old() {
        SalesOrder draft = draft(anna, PRICED);
        with(acme, () -> orders.add(draft));
        PricedOrder other = priced(line(1, "PAD", 1, "5", "0"));
        SalesOrder changed = kept(draft).redraft(request(anna, other), other);
        inTransaction(() -> orders.updateWithLines(changed));
        assertKept(changed, 1);
    }

    @Test
    void a_change_is_made_to_the_version_that_was_read() {
        SalesOrder draft = draft(anna, PRICED);
        with(acme, () -> orders.add(draft));
        SalesOrder first = kept(draft);
        SalesOrder second = kept(draft);
        first.cancel("first");
        second.cancel("second");
        inTransaction(() -> orders.update(first));
        assertThatThrownBy(() -> inTransaction(() -> orders.update(second))).isInstanceOf(EntityVersion.Stale.class);
        assertThat(kept(draft).progress().reason()).isEqualTo("first");
    }

    @Test
    void a_key_is_spent_by_one_order_until_it_is_freed() {
        Placement placement = placementUnder(KEY, anna, PRICED);
        SalesOrder order = placing(placement, NOW);
        with(acme, () -> orders.add(order, KEY, placement.fingerprint()));
        SalesOrder another = placing(placementUnder(KEY, anna, PRICED), NOW);

        assertThatThrownBy(() -> with(acme, () -> orders.add(another, KEY, "x")))
                .isInstanceOf(KeyTaken.class);
        assertThat(as(acme, () -> orders.placedUnder(KEY))).hasValueSatisfying(before -> {
            assertThat(before.order()).isEqualTo(order.id());
            assertThat(before.fingerprint()).isEqualTo(placement.fingerprint());
            assertThat(before.inProgress()).isTrue();
        });

        inTransaction(() -> orders.freeKey(order.id()));
        assertThat(as(acme, () -> orders.placedUnder(KEY))).isEmpty();
        with(acme, () -> orders.add(another, KEY, "x"));
    }

    @Test
    void orders_that_are_being_placed_for_long_are_found_the_oldest_first_each_company_its_own() {
        SalesOrder younger = placing(SalesMother.placement(anna, PRICED), NOW.minusSeconds(100));
        SalesOrder older = placing(SalesMother.placement(anna, PRICED), NOW.minusSeconds(200));
        SalesOrder fresh = placing(SalesMother.placement(anna, PRICED), NOW);
        SalesOrder settled = placing(SalesMother.placement(anna, PRICED), NOW.minusSeconds(300));
        settled.confirmPlacing(NOW);
        with(acme, () -> {
            orders.add(younger);
            orders.add(older);
            orders.add(fresh);
            orders.add(settled);
            assertThat(orders.placingSinceBefore(NOW.minusSeconds(60)))
                    .containsExactly(
                            new UnsettledPlacement(older.id(), anna, NOW.minusSeconds(200), "xid-1"),
                            new UnsettledPlacement(younger.id(), anna, NOW.minusSeconds(100), "xid-1"));
        });
        assertThat(as(rival, () -> orders.placingSinceBefore(NOW))).isEmpty();
    }
}
