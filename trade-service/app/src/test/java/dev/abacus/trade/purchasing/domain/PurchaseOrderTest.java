package dev.abacus.trade.purchasing.domain;

import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.ArrivedGoods;
import dev.abacus.trade.purchasing.IllegalTransition;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.ReceiptId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchaseOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UserId BUYER = new UserId(1);
    private static final UserId BOSS = new UserId(2);
    private static final ReceiptId RECEIPT = new ReceiptId(9);

    private static PurchaseTerms terms(LocalDate expectedOn, String currency) {
        return new PurchaseTerms(
                new SupplierId(5),
                PartyMother.CNY,
                "MAIN",
                expectedOn,
                null,
                List.of(
                        new OrderedLine(Sku.of("PEN"), Quantity.of(100, PCS), Money.of("1.20", currency)),
                        new OrderedLine(Sku.of("INK"), Quantity.of(10, PCS), Money.of("8", currency))));
    }

    private static PurchaseOrder draft() {
        return PurchaseOrder.draft(new PurchaseOrderId(3), BUYER, terms(null, "CNY"), NOW);
    }

    private static PurchaseOrder approved() {
        PurchaseOrder order = draft();
        order.approve(BOSS, ApprovalPolicy.FOUR_EYES, 7, NOW);
        return order;
    }

    private static ArrivedGoods goods(Map<Integer, Quantity> lines) {
        return new ArrivedGoods(TODAY, null, lines);
    }

    @Test
    void an_order_goes_from_draft_over_receipts_to_closed() {
        PurchaseOrder order = approved();
        assertThat(order.total()).isEqualTo(Money.of("200", "CNY"));
        order.receive(RECEIPT, goods(Map.of(1, Quantity.of(40, PCS))));
        assertThat(order.status()).isEqualTo(PurchaseOrderStatus.PARTLY_RECEIVED);
        Receipt rest = order.receive(RECEIPT, goods(Map.of()));
        assertThat(rest.lines())
                .extracting(Receipt.Line::quantity)
                .containsExactly(Quantity.of(60, PCS), Quantity.of(10, PCS));
        assertThat(rest.warehouse()).isEqualTo("MAIN");
        assertThat(order.status()).isEqualTo(PurchaseOrderStatus.RECEIVED);
        order.close("done");
        assertThat(order.status()).isEqualTo(PurchaseOrderStatus.CLOSED);
    }

    @Test
    void nobody_approves_what_he_drafted_himself() {
        PurchaseOrder order = draft();
        assertThatThrownBy(() -> order.approve(BUYER, ApprovalPolicy.FOUR_EYES, 7, NOW))
                .isInstanceOfSatisfying(DomainException.class, e -> {
                    assertThat(e.code()).isEqualTo("self-approval");
                    assertThat(e.kind()).isEqualTo(DomainException.Kind.FORBIDDEN);
                });
        assertThat(order.status()).isEqualTo(PurchaseOrderStatus.DRAFT);
    }

    @Test
    void in_a_company_of_one_the_author_approves() {
        PurchaseOrder order = draft();
        order.approve(BUYER, ApprovalPolicy.ANYBODY, 7, NOW);
        assertThat(order.status()).isEqualTo(PurchaseOrderStatus.APPROVED);
    }

    @Test
    void goods_are_expected_after_the_lead_time_unless_the_draft_says_when() {
        assertThat(approved().approval().orElseThrow().expectedOn()).isEqualTo(TODAY.plusDays(7));
        PurchaseOrder wished =
                PurchaseOrder.draft(new PurchaseOrderId(3), BUYER, terms(TODAY.plusDays(30), "CNY"), NOW);
        wished.approve(BOSS, ApprovalPolicy.FOUR_EYES, 7, NOW);
        assertThat(wished.approval().orElseThrow().expectedOn()).isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void not_more_arrives_than_was_ordered() {
        PurchaseOrder order = approved();
        assertThatThrownBy(() -> order.receive(RECEIPT, goods(Map.of(2, Quantity.of(11, PCS)))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("over-receipt"));
        assertThatThrownBy(() -> order.receive(RECEIPT, goods(Map.of(3, Quantity.of(1, PCS)))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void what_is_approved_is_not_changed_any_more() {
        PurchaseOrder order = approved();
        assertThatThrownBy(() -> order.redraft(terms(null, "CNY"))).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> order.approve(BOSS, ApprovalPolicy.ANYBODY, 7, NOW))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void a_draft_receives_nothing_and_an_order_that_has_begun_is_closed_short_not_cancelled() {
        assertThatThrownBy(() -> draft().receive(RECEIPT, goods(Map.of()))).isInstanceOf(IllegalTransition.class);
        PurchaseOrder begun = approved();
        begun.receive(RECEIPT, goods(Map.of(1, Quantity.of(1, PCS))));
        assertThatThrownBy(() -> begun.cancel("too late")).isInstanceOf(IllegalTransition.class);
        begun.close("the rest never came");
        assertThat(begun.reason()).contains("the rest never came");
    }

    @Test
    void costs_are_in_the_suppliers_currency() {
        assertThatThrownBy(() -> terms(null, "EUR")).isInstanceOf(InvalidValue.class);
    }
}
