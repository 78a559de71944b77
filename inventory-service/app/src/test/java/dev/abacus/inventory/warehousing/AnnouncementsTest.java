package dev.abacus.inventory.warehousing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.UnknownSkus;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.warehousing.application.DraftingDocuments;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.application.PostingDocuments;
import dev.abacus.inventory.warehousing.application.PostingHistory;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.inventory.warehousing.domain.History;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.web.EntityVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the others are told, as it stands in the outbox. */
class AnnouncementsTest extends InventoryTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 2);

    @Autowired
    DraftingDocuments drafting;

    @Autowired
    PostingDocuments posting;

    @Autowired
    PostingHistory history;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void products() {
        inHere(() -> floor.packed("A", "1 box = 12 pcs"));
    }

    @Test
    void a_product_that_was_added_is_told_with_its_units() {
        JsonNode told = told("inventory.product-changed.v1").getFirst();

        assertThat(told.get("sku").asString()).isEqualTo("A");
        assertThat(told.get("stockUnit").asString()).isEqualTo("pcs");
        assertThat(told.get("version").asInt()).isZero();
        assertThat(told.at("/factors/1/unit").asString()).isEqualTo("box");
        assertThat(told.at("/factors/1/numerator").asInt()).isEqualTo(12);
    }

    @Test
    void a_product_that_is_as_it_was_is_not_told_again() {
        inHere(() -> floor.packed("A", "1 box = 12 pcs"));
        assertThat(told("inventory.product-changed.v1")).hasSize(1);

        inHere(() -> floor.packed("A", "1 box = 10 pcs"));
        assertThat(told("inventory.product-changed.v1")).hasSize(2);
        assertThat(told("inventory.product-changed.v1").getLast().get("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_posted_paper_is_told_in_stock_units_with_its_reference() {
        StockDocument draft = inHere(() -> drafting.draft(new Paper(
                DocumentKind.RECEIPT,
                null,
                null,
                Floor.TODAY,
                null,
                "PO-7",
                null,
                List.of(new Paper.Line(Sku.of("A"), Quantity.of("2", "box"))))));
        assertThat(told("inventory.stock-posted.v1")).isEmpty();

        inHere(() -> posting.post(draft.id(), new EntityVersion(0)));

        assertThat(told("inventory.stock-posted.v1")).singleElement().satisfies(event -> {
            assertThat(event.get("source").asString()).isEqualTo("document-" + draft.id());
            assertThat(event.get("reference").asString()).isEqualTo("PO-7");
            assertThat(event.at("/movements/0/sku").asString()).isEqualTo("A");
            assertThat(event.at("/movements/0/warehouse").asString()).isEqualTo("MAIN");
            assertThat(event.at("/movements/0/quantity").decimalValue()).isEqualByComparingTo("24");
            assertThat(event.at("/movements/0/unit").asString()).isEqualTo("pcs");
            assertThat(event.at("/movements/0/occurredOn").asString()).isEqualTo(Floor.TODAY.toString());
        });
    }

    @Test
    void a_paper_that_could_not_be_posted_is_not_told() {
        StockDocument draft = inHere(() -> drafting.draft(new Paper(
                DocumentKind.ISSUE,
                null,
                null,
                Floor.TODAY,
                null,
                null,
                null,
                List.of(new Paper.Line(Sku.of("A"), Floor.pcs(1))))));

        assertThatThrownBy(() -> inHere(() -> posting.post(draft.id(), new EntityVersion(0))));

        assertThat(told("inventory.stock-posted.v1")).isEmpty();
    }

    @Test
    void a_long_history_is_told_in_parts_that_a_message_can_hold() {
        inTransaction(() -> history.post("history-1-0", sales(3000)));

        List<JsonNode> told = told("inventory.stock-posted.v1");
        assertThat(told).hasSize(2).allSatisfy(event -> {
            assertThat(event.get("source").asString()).isEqualTo("history-1-0");
            assertThat(event.toString().length()).isLessThan(1_000_000);
        });
        assertThat(told.stream()
                        .mapToInt(event -> event.get("movements").size())
                        .sum())
                .isEqualTo(3001);
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_stock_ledger WHERE tenant_id = ?"))
                .isEqualByComparingTo("3001");
        assertThat(number(here, "SELECT SUM(quantity) FROM inventory_stock_ledger WHERE tenant_id = ?"))
                .isEqualByComparingTo("0");
        books().mustAgree();
    }

    @Test
    void history_takes_no_lock_on_todays_stock() {
        inHere(() -> floor.move("A", 5));
        inTransaction(() -> {
            jdbc.sql("SELECT id FROM inventory_stock_level WHERE tenant_id = ? FOR UPDATE")
                    .param(here.value())
                    .query(Long.class)
                    .list();
            inAnotherThread(() -> inTransaction(() -> history.post("history-2-0", sales(10))));
        });

        assertThat(inHere(() -> floor.level("A")).onHand()).isEqualTo(Floor.pcs(5));
    }

    @Test
    void history_of_an_unknown_product_posts_nothing() {
        List<History.Sale> sales = List.of(
                new History.Sale(DAY, Sku.of("A"), BigDecimal.ONE, false),
                new History.Sale(DAY, Sku.of("NONE"), BigDecimal.ONE, false));

        assertThatThrownBy(() -> inTransaction(() -> history.post("history-3-0", sales)))
                .isInstanceOf(UnknownSkus.class);

        assertThat(number(here, "SELECT COUNT(*) FROM inventory_stock_ledger WHERE tenant_id = ?"))
                .isEqualByComparingTo("0");
    }

    @Test
    void an_inactive_products_past_is_kept_all_the_same() {
        inHere(() -> floor.inactive("OLD"));

        inTransaction(() ->
                history.post("history-4-0", List.of(new History.Sale(DAY, Sku.of("OLD"), BigDecimal.TEN, false))));

        assertThat(number(here, "SELECT COUNT(*) FROM inventory_stock_ledger WHERE tenant_id = ?"))
                .isEqualByComparingTo("2");
    }

    private static List<History.Sale> sales(int days) {
        return IntStream.range(0, days)
                .mapToObj(
                        n -> new History.Sale(DAY.plusDays(n), Sku.of("A"), BigDecimal.valueOf(n % 9 + 1), n % 7 == 0))
                .toList();
    }

    private List<JsonNode> told(String type) {
        return inHere(
                () -> jdbc.sql("SELECT payload FROM inventory_outbox WHERE tenant_id = ? AND type = ? ORDER BY seq")
                        .params(here.value(), type)
                        .query((row, n) -> json.readTree(row.getString(1)))
                        .list());
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = Thread.ofVirtual().start(work);
        try {
            assertThat(thread.join(Duration.ofSeconds(10)))
                    .as("it waits for a lock")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
