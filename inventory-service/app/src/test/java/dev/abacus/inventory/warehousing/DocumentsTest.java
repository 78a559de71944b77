package dev.abacus.inventory.warehousing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.UnknownSkus;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.warehousing.application.DraftingDocuments;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.application.PostingDocuments;
import dev.abacus.inventory.warehousing.domain.DocumentFilter;
import dev.abacus.inventory.warehousing.domain.DocumentId;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.inventory.warehousing.domain.InsufficientStock;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.inventory.warehousing.domain.StockDocument.State;
import dev.abacus.inventory.warehousing.domain.UnknownWarehouse;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DocumentsTest extends InventoryTest {

    @Autowired
    DraftingDocuments drafting;

    @Autowired
    PostingDocuments posting;

    @Autowired
    KeepingWarehouses warehouses;

    @BeforeEach
    void products() {
        inHere(() -> floor.products("A", "B"));
    }

    @Test
    void a_draft_moves_nothing_until_it_is_posted() {
        StockDocument draft = draft(paper(DocumentKind.RECEIPT, line("A", "2.5")));
        assertThat(onHand("A")).isEqualTo("0");

        StockDocument posted = inHere(() -> posting.post(draft.id(), new EntityVersion(0)));

        assertThat(posted.state()).isEqualTo(State.POSTED);
        assertThat(inHere(() -> drafting.get(draft.id())))
                .usingRecursiveComparison()
                .ignoringFields("postedAt")
                .isEqualTo(posted);
        assertThat(onHand("A")).isEqualTo("2.5");
        books().mustAgree();
    }

    @Test
    void two_who_post_the_same_draft_move_stock_once() {
        StockDocument draft = draft(paper(DocumentKind.RECEIPT, line("A", "2")));
        inHere(() -> posting.post(draft.id(), new EntityVersion(0)));

        assertThatThrownBy(() -> inHere(() -> posting.post(draft.id(), new EntityVersion(0))))
                .isInstanceOf(EntityVersion.Stale.class);
        assertThatThrownBy(() -> inHere(() -> posting.post(draft.id(), new EntityVersion(1))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("document-not-draft"));
        assertThat(onHand("A")).isEqualTo("2");
    }

    @Test
    void an_issue_of_too_much_says_of_each_line_what_there_is_and_moves_nothing() {
        inHere(() -> floor.move("A", 3));
        StockDocument draft = draft(paper(DocumentKind.ISSUE, line("A", "4"), line("B", "1")));

        assertThatThrownBy(() -> inHere(() -> posting.post(draft.id(), new EntityVersion(0))))
                .isInstanceOfSatisfying(InsufficientStock.class, e -> assertThat(e.properties())
                        .containsEntry(
                                "lines",
                                List.of(
                                        new InsufficientStock.Line("A", Warehouse.MAIN, Floor.pcs(4), Floor.pcs(3)),
                                        new InsufficientStock.Line("B", Warehouse.MAIN, Floor.pcs(1), Floor.pcs(0)))));
        assertThat(onHand("A")).isEqualTo("3");
        assertThat(inHere(() -> drafting.get(draft.id())).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void a_transfer_takes_here_and_gives_there() {
        inHere(() -> warehouses.open("NORTH", "North"));
        inHere(() -> floor.move("A", 3));
        Paper paper =
                new Paper(DocumentKind.TRANSFER, null, "NORTH", Floor.TODAY, null, null, null, List.of(line("A", "2")));

        posted(paper);

        assertThat(onHand("A")).isEqualTo("1");
        assertThat(number(here, "SELECT SUM(on_hand) FROM inventory_stock_level WHERE tenant_id = ?"))
                .isEqualByComparingTo("3");
        books().mustAgree();
    }

    @Test
    void a_count_is_held_against_the_books_of_its_moment() {
        inHere(() -> floor.move("A", 10));
        StockDocument count = draft(paper(DocumentKind.STOCKTAKE, line("A", "8"), line("B", "1")));
        inHere(() -> floor.move("A", -3));

        inHere(() -> posting.post(count.id(), new EntityVersion(0)));

        assertThat(onHand("A")).isEqualTo("5");
        assertThat(onHand("B")).isEqualTo("1");
        books().mustAgree();
    }

    @Test
    void a_reverse_undoes_a_document_once() {
        StockDocument receipt = posted(paper(DocumentKind.RECEIPT, line("A", "2")));

        StockDocument reverse = inHere(() -> posting.reverse(receipt.id(), new EntityVersion(1)));

        assertThat(onHand("A")).isEqualTo("0");
        assertThat(reverse.reverses()).isEqualTo(receipt.id());
        assertThat(inHere(() -> drafting.get(receipt.id())).state()).isEqualTo(State.REVERSED);
        assertThatThrownBy(() -> inHere(() -> posting.reverse(receipt.id(), new EntityVersion(2))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("document-not-posted"));
        books().mustAgree();
    }

    @Test
    void a_discarded_draft_stays_to_be_read_and_never_moves_anything() {
        StockDocument draft = draft(paper(DocumentKind.RECEIPT, line("A", "2")));

        StockDocument discarded = inHere(() -> drafting.discard(draft.id(), new EntityVersion(0)));

        assertThat(inHere(() -> drafting.get(draft.id()))).isEqualTo(discarded);
        assertThat(discarded.state()).isEqualTo(State.DISCARDED);
        assertThat(discarded.lines()).isEqualTo(draft.lines());
        assertThatThrownBy(() -> inHere(() -> posting.post(draft.id(), new EntityVersion(1))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("document-not-draft"));
        assertThat(onHand("A")).isEqualTo("0");
        assertThat(listed(new DocumentFilter(null, State.DRAFT, null))).isEmpty();
        books().mustAgree();
    }

    @Test
    void a_draft_is_discarded_by_whoever_saw_it_last_and_a_posted_paper_never() {
        StockDocument draft = draft(paper(DocumentKind.RECEIPT, line("A", "2")));
        StockDocument posted = posted(paper(DocumentKind.RECEIPT, line("A", "2")));

        assertThatThrownBy(() -> inHere(() -> drafting.discard(draft.id(), new EntityVersion(1))))
                .isInstanceOf(EntityVersion.Stale.class);
        assertThatThrownBy(() -> inHere(() -> drafting.discard(posted.id(), new EntityVersion(1))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("document-not-draft"));
        assertThat(inHere(() -> drafting.get(draft.id())).state()).isEqualTo(State.DRAFT);
        assertThat(onHand("A")).isEqualTo("2");
    }

    @Test
    void a_draft_may_be_written_anew() {
        StockDocument draft = draft(paper(DocumentKind.RECEIPT, line("A", "2")));

        inHere(() -> drafting.redraft(
                draft.id(), new EntityVersion(0), paper(DocumentKind.ISSUE, line("B", "1"), line("A", "1"))));

        StockDocument now = inHere(() -> drafting.get(draft.id()));
        assertThat(now.heading().kind()).isEqualTo(DocumentKind.ISSUE);
        assertThat(now.lines()).hasSize(2);
        assertThat(now.version()).isEqualTo(1);
    }

    @Test
    void lines_are_in_any_unit_of_the_product_and_of_any_number() {
        inHere(() -> floor.packed("C", "1 box = 12 pcs"));
        List<Paper.Line> lines = IntStream.rangeClosed(1, 100)
                .mapToObj(n -> new Paper.Line(Sku.of("C"), Quantity.of("1", "box")))
                .toList();

        posted(new Paper(DocumentKind.RECEIPT, null, null, Floor.TODAY, null, null, null, lines));

        assertThat(onHand("C")).isEqualTo("1200");
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_stock_ledger WHERE tenant_id = ?"))
                .isEqualByComparingTo("100");
        books().mustAgree();
    }

    @Test
    void the_list_is_newest_first_and_filtered() {
        posted(paper(DocumentKind.RECEIPT, line("A", "1")));
        draft(paper(DocumentKind.RECEIPT, line("A", "1")));
        draft(paper(DocumentKind.ISSUE, line("A", "1")));

        assertThat(listed(new DocumentFilter(null, null, null)))
                .extracting(document -> document.heading().kind())
                .containsExactly(DocumentKind.ISSUE, DocumentKind.RECEIPT, DocumentKind.RECEIPT);
        assertThat(listed(new DocumentFilter(DocumentKind.RECEIPT, State.DRAFT, null)))
                .hasSize(1);
        assertThat(listed(new DocumentFilter(null, null, "SO-1"))).isEmpty();
    }

    @Test
    void what_is_not_there_cannot_be_written_on_paper() {
        assertThatThrownBy(() -> draft(paper(DocumentKind.RECEIPT, line("NONE", "1"))))
                .isInstanceOf(UnknownSkus.class);
        assertThatThrownBy(() -> draft(new Paper(
                        DocumentKind.RECEIPT, "SOUTH", null, Floor.TODAY, null, null, null, List.of(line("A", "1")))))
                .isInstanceOf(UnknownWarehouse.class);
        assertThatThrownBy(() -> inHere(() -> drafting.get(new DocumentId(1)))).isInstanceOf(NotFound.class);
    }

    @Test
    void another_tenants_document_is_not_found() {
        StockDocument mine = draft(paper(DocumentKind.RECEIPT, line("A", "1")));

        assertThatThrownBy(() -> TenantContext.call(there, () -> drafting.get(mine.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TenantContext.call(there, () -> posting.post(mine.id(), new EntityVersion(0))))
                .isInstanceOf(NotFound.class);
        assertThat(inHere(() -> drafting.get(mine.id()))).isEqualTo(mine);
    }

    private List<StockDocument> listed(DocumentFilter filter) {
        return inHere(() -> drafting.list(filter, PageRequest.first()).items());
    }

    private StockDocument draft(Paper paper) {
        return inHere(() -> drafting.draft(paper));
    }

    private StockDocument posted(Paper paper) {
        StockDocument draft = draft(paper);
        return inHere(() -> posting.post(draft.id(), new EntityVersion(0)));
    }

    private String onHand(String sku) {
        return inHere(() -> floor.level(sku))
                .onHand()
                .amount()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Paper paper(DocumentKind kind, Paper.Line... lines) {
        return new Paper(kind, null, null, Floor.TODAY, null, null, null, List.of(lines));
    }

    private static Paper.Line line(String sku, String pieces) {
        return new Paper.Line(Sku.of(sku), Quantity.of(pieces, "pcs"));
    }
}
