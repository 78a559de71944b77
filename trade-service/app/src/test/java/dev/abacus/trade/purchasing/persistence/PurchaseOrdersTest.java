package dev.abacus.trade.purchasing.persistence;

import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static dev.abacus.trade.purchasing.PurchaseMother.approved;
import static dev.abacus.trade.purchasing.PurchaseMother.draft;
import static dev.abacus.trade.purchasing.PurchaseMother.goods;
import static dev.abacus.trade.purchasing.PurchaseMother.line;
import static dev.abacus.trade.purchasing.PurchaseMother.receiptId;
import static dev.abacus.trade.purchasing.PurchaseMother.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.domain.Supplier;
import dev.abacus.trade.party.domain.Suppliers;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrderStatus;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import dev.abacus.trade.purchasing.domain.Receipt;
import dev.abacus.trade.testing.TradeTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PurchaseOrdersTest extends TradeTest {

    @Autowired
    private PurchaseOrders orders;

    @Autowired
    private Suppliers suppliers;

    private SupplierId mill;

    @BeforeEach
    void aSupplier() {
        Supplier supplier = PartyMother.supplier("S-1", 7);
        with(acme, () -> suppliers.add(supplier));
        mill = supplier.id();
    }

    private PurchaseOrder kept(PurchaseOrder order) {
        return as(acme, () -> orders.find(order.id()).orElseThrow());
    }

    private void assertKept(PurchaseOrder order, int version) {
        assertThat(kept(order))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(order);
        assertThat(kept(order).version()).isEqualTo(version);
    }

    @Test
    void an_order_comes_back_as_it_was_at_every_step() {
        PurchaseOrder draft = draft(mill, line("PEN", 6, "1.2345"), line("INK", 2, "8"));
        with(acme, () -> orders.add(draft));
        assertKept(draft, 0);

        PurchaseOrder approved = approved(mill, line("PEN", 6, "1.20"), line("INK", 2, "8"));
        with(acme, () -> orders.add(approved));
        assertKept(approved, 0);

        PurchaseOrder arrived = kept(approved);
        Receipt receipt = arrived.receive(receiptId(), goods(Map.of(2, Quantity.of(1, PCS))));
        inTransaction(() -> orders.update(arrived, receipt));
        assertKept(arrived, 1);
        assertThat(as(acme, () -> orders.receipts(arrived.id()))).containsExactly(receipt);

        PurchaseOrder closed = kept(arrived);
        closed.close("no more to come");
        inTransaction(() -> orders.update(closed));
        assertKept(closed, 2);
        assertThat(kept(closed).status()).isEqualTo(PurchaseOrderStatus.CLOSED);
    }

    @Test
    void a_redrafted_order_has_its_new_lines_and_none_of_the_old() {
        PurchaseOrder draft = draft(mill, line("PEN", 6, "1"), line("INK", 2, "8"));
        with(acme, () -> orders.add(draft));
        PurchaseOrder changed = kept(draft);
        changed.redraft(terms(mill, line("PAD", 1, "3")));
        inTransaction(() -> orders.updateWithLines(changed));
        assertKept(changed, 1);
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_purchase_order_line WHERE tenant_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void a_receipt_on_an_order_that_has_changed_meanwhile_is_not_kept() {
        PurchaseOrder order = approved(mill, line("PEN", 6, "1"));
        with(acme, () -> orders.add(order));
        PurchaseOrder first = kept(order);
        PurchaseOrder second = kept(order);
        Receipt counts = first.receive(receiptId(), goods(Map.of(1, Quantity.of(4, PCS))));
        Receipt late = second.receive(receiptId(), goods(Map.of(1, Quantity.of(4, PCS))));
        inTransaction(() -> orders.update(first, counts));

        assertThatThrownBy(() -> inTransaction(() -> orders.update(second, late)))
                .isInstanceOf(EntityVersion.Stale.class);

        assertThat(as(acme, () -> orders.receipts(order.id()))).containsExactly(counts);
        assertThat(kept(order).line(1).received()).isEqualTo(Quantity.of(4, PCS));
    }

    @Test
    void another_company_has_no_such_order() {
        PurchaseOrder order = draft(mill, line("PEN", 6, "1"));
        with(acme, () -> orders.add(order));
        assertThat(as(rival, () -> orders.find(order.id()))).isEmpty();
        assertThat(as(rival, () -> orders.receipts(order.id()))).isEmpty();
    }
}
