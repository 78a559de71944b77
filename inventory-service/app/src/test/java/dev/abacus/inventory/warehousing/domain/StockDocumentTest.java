package dev.abacus.inventory.warehousing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockDocumentTest {

    private static final WarehouseId HERE = new WarehouseId(1);
    private static final WarehouseId THERE = new WarehouseId(2);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void each_kind_moves_stock_in_its_own_way() {
        assertThat(moved(DocumentKind.RECEIPT, line("5", null))).containsExactly("1:5");
        assertThat(moved(DocumentKind.ISSUE, line("5", null))).containsExactly("1:-5");
        assertThat(moved(DocumentKind.TRANSFER, line("5", null))).containsExactly("1:-5", "2:5");
        assertThat(moved(DocumentKind.STOCKTAKE, line("5", "7"))).containsExactly("1:-2");
        assertThat(moved(DocumentKind.STOCKTAKE, line("5", "5"))).isEmpty();
        assertThat(moved(DocumentKind.STOCKTAKE, line("0", "5"))).containsExactly("1:-5");
        assertThat(moved(DocumentKind.ADJUSTMENT, line("-5", null))).containsExactly("1:-5");
    }

    @Test
    void its_reverse_moves_the_other_way_on_its_own_day_and_reserves_nothing_again() {
        StockDocument issue = document(DocumentKind.ISSUE, line("5", null)).posted(NOW);
        StockDocument reverse = issue.reverse(new DocumentId(9), DAY.plusDays(3));

        assertThat(reverse.movements()).singleElement().satisfies(movement -> {
            assertThat(movement.quantity()).isEqualTo(Quantity.of("5", "pcs"));
            assertThat(movement.occurredOn()).isEqualTo(DAY.plusDays(3));
        });
        assertThat(issue.consumedOrder()).isEqualTo("SO-1");
        assertThat(reverse.consumedOrder()).isNull();
        assertThat(reverse.heading().origin()).isNull();
    }

    @Test
    void it_is_posted_once_and_reversed_once_and_a_reverse_never() {
        StockDocument draft = document(DocumentKind.RECEIPT, line("5", null));
        StockDocument posted = draft.posted(NOW);

        refused("document-not-draft", () -> posted.posted(NOW));
        refused("document-not-draft", () -> posted.redrafted(posted.heading(), posted.lines()));
        refused("document-not-posted", draft::reversed);
        refused("document-not-posted", () -> posted.reversed().reversed());
        refused(
                "document-is-reversal",
                () -> posted.reverse(new DocumentId(9), DAY).posted(NOW).reversed());
        assertThat(posted.reversed().version()).isEqualTo(2);
    }

    @Test
    void only_a_draft_is_discarded_and_then_it_is_nothing_else_any_more() {
        StockDocument draft = document(DocumentKind.RECEIPT, line("5", null));
        StockDocument discarded = draft.discarded();

        assertThat(discarded.lines()).isEqualTo(draft.lines());
        assertThat(discarded.version()).isEqualTo(1);
        refused("document-not-draft", () -> draft.posted(NOW).discarded());
        refused("document-not-draft", () -> discarded.posted(NOW));
        refused("document-not-draft", () -> discarded.redrafted(draft.heading(), draft.lines()));
        refused("document-not-draft", discarded::discarded);
        refused("document-not-posted", discarded::reversed);
    }

    @Test
    void quantities_make_sense_for_the_kind() {
        invalid(() -> document(DocumentKind.RECEIPT, line("0", null)));
        invalid(() -> document(DocumentKind.ISSUE, line("-1", null)));
        invalid(() -> document(DocumentKind.STOCKTAKE, line("-1", "1")));
        invalid(() -> document(DocumentKind.ADJUSTMENT, line("0", null)));
        invalid(() -> StockDocument.draft(new DocumentId(1), heading(DocumentKind.RECEIPT), List.of()));
    }

    @Test
    void a_product_is_counted_once() {
        invalid(() -> StockDocument.draft(
                new DocumentId(1), heading(DocumentKind.STOCKTAKE), List.of(line("1", "1"), line("2", "1"))));
    }

    @Test
    void a_transfer_and_nothing_else_goes_to_another_warehouse() {
        invalid(() -> new Heading(DocumentKind.TRANSFER, HERE, null, DAY, null, null, null));
        invalid(() -> new Heading(DocumentKind.TRANSFER, HERE, HERE, DAY, null, null, null));
        invalid(() -> new Heading(DocumentKind.RECEIPT, HERE, THERE, DAY, null, null, null));
        assertThat(heading(DocumentKind.STOCKTAKE).reason()).isEqualTo(Reason.COUNT);
    }

    private static List<String> moved(DocumentKind kind, DocumentLine line) {
        return document(kind, line).movements().stream()
                .map(StockDocumentTest::told)
                .toList();
    }

    private static String told(Movement movement) {
        return movement.key().warehouse() + ":"
                + movement.quantity().amount().stripTrailingZeros().toPlainString();
    }

    private static StockDocument document(DocumentKind kind, DocumentLine line) {
        return StockDocument.draft(new DocumentId(1), heading(kind), List.of(line));
    }

    private static Heading heading(DocumentKind kind) {
        return new Heading(kind, HERE, kind == DocumentKind.TRANSFER ? THERE : null, DAY, null, "SO-1", "origin-1");
    }

    private static DocumentLine line(String quantity, String expected) {
        Quantity pieces = Quantity.of(quantity, "pcs");
        return new DocumentLine(
                1, new ProductId(1), pieces, pieces, expected == null ? null : Quantity.of(expected, "pcs"));
    }

    private static void invalid(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(InvalidValue.class);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
