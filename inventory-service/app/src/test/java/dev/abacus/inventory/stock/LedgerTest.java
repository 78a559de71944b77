package dev.abacus.inventory.stock;

import static dev.abacus.inventory.testing.Floor.TODAY;
import static dev.abacus.inventory.testing.Floor.pcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerTest extends InventoryTest {

    @Autowired
    PostingStock posting;

    @Autowired
    StockBook book;

    @Autowired
    KeepingWarehouses warehouses;

    private StockKey main;
    private StockKey north;

    @BeforeEach
    void twoWarehouses() {
        inHere(() -> {
            floor.products("A");
            main = floor.key("A");
            north = new StockKey(
                    main.product(), warehouses.open("NORTH", "North").id());
        });
    }

    @Test
    void entries_come_by_business_day_and_then_as_they_were_posted() {
        post(main, 3, TODAY);
        post(main, 1, TODAY.minusDays(1));
        post(main, 4, TODAY);

        assertThat(pages(query(null, null, null), 50)).containsExactly(1L, 3L, 4L);
        assertThat(pages(query(null, null, null), 1)).containsExactly(1L, 3L, 4L);
    }

    @Test
    void pages_join_without_gap_or_repeat_when_a_day_is_longer_than_a_page() {
        inTransaction(() -> posting.post(new Posting(
                "test",
                null,
                IntStream.rangeClosed(1, 300)
                        .mapToObj(n -> new Movement(main, pcs(n), TODAY.plusDays(n / 100), Reason.CORRECTION))
                        .toList())));

        assertThat(pages(query(null, null, null), 7))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList());
        books().mustAgree();
    }

    @Test
    void days_and_warehouses_are_filtered() {
        post(main, 1, TODAY.minusDays(2));
        post(north, 2, TODAY.minusDays(1));
        post(main, 3, TODAY);

        assertThat(pages(query(null, TODAY.minusDays(1), null), 50)).containsExactly(2L, 3L);
        assertThat(pages(query(null, null, TODAY.minusDays(1)), 50)).containsExactly(1L, 2L);
        assertThat(pages(query(north.warehouse(), null, null), 50)).containsExactly(2L);
        assertThat(pages(query(main.warehouse(), TODAY, TODAY), 50)).containsExactly(3L);
    }

    @Test
    void an_entry_says_what_posted_it_and_when() {
        post(main, 5, TODAY);

        assertThat(inHere(() -> book.ledger(query(null, null, null), PageRequest.first()))
                        .items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.source()).isEqualTo("test");
                    assertThat(entry.movement()).isEqualTo(new Movement(main, pcs(5), TODAY, Reason.CORRECTION));
                    assertThat(entry.postedAt()).isNotNull();
                });
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String foreign = Base64.getUrlEncoder().encodeToString("P-1".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> inHere(() -> book.ledger(query(null, null, null), new PageRequest(10, foreign))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void levels_are_listed_as_they_came_to_be() {
        post(north, 2, TODAY);
        post(main, 1, TODAY);

        assertThat(inHere(() -> book.list(null, PageRequest.first())).items())
                .extracting(StockLevel::key)
                .containsExactly(north, main);
        assertThat(inHere(() -> book.list(main.warehouse(), new PageRequest(1, null)))
                        .items())
                .extracting(StockLevel::onHand)
                .containsExactly(pcs(1));
        assertThat(inHere(() -> book.levels(List.of(main.product()), null))).hasSize(2);
        assertThat(inHere(() -> book.levels(List.of(), null))).isEmpty();
    }

    @Test
    void the_ledgers_of_two_tenants_with_the_same_ids_stay_apart() {
        post(main, 5, TODAY);
        TenantContext.run(
                there,
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(
                                    "INSERT INTO inventory_product (tenant_id, id, sku, name, category, stock_unit, purchase_unit,"
                                            + " sale_unit, active, version) VALUES (?, ?, 'A', 'A', '', 'pcs', 'pcs', 'pcs', TRUE, 0)")
                            .params(there.value(), main.product().value())
                            .update();
                    posting.post(
                            new Posting("theirs", null, List.of(new Movement(main, pcs(9), TODAY, Reason.CORRECTION))));
                }));

        assertThat(pages(query(null, null, null), 50)).containsExactly(5L);
        assertThat(inHere(() -> book.levels(List.of(main.product()), null)))
                .extracting(StockLevel::onHand)
                .containsExactly(pcs(5));
        assertThat(TenantContext.call(there, () -> book.levels(List.of(main.product()), null)))
                .extracting(StockLevel::onHand)
                .containsExactly(pcs(9));
    }

    private LedgerQuery query(WarehouseId warehouse, LocalDate from, LocalDate to) {
        return new LedgerQuery(main.product(), warehouse, from, to);
    }

    private void post(StockKey key, long pieces, LocalDate day) {
        Movement movement = new Movement(key, pcs(pieces), day, Reason.CORRECTION);
        inTransaction(() -> posting.post(new Posting("test", null, List.of(movement))));
    }

    private List<Long> pages(LedgerQuery query, int limit) {
        List<Long> found = new ArrayList<>();
        String next = null;
        do {
            String cursor = next;
            Slice<LedgerEntry> page = inHere(() -> book.ledger(query, new PageRequest(limit, cursor)));
            page.items()
                    .forEach(entry ->
                            found.add(entry.movement().quantity().amount().longValueExact()));
            next = page.next();
        } while (next != null);
        return found;
    }
}
