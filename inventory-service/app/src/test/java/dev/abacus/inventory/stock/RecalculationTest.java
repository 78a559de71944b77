package dev.abacus.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RecalculationTest extends InventoryTest {

    @Autowired
    Recalculating recalculating;

    @Autowired
    Branches branches;

    @BeforeEach
    void stock() {
        inHere(() -> {
            floor.products("A", "B");
            floor.move("A", 10);
            floor.move("B", 5);
            Branches.Branch branch = branches.branch("SO-1");
            branches.attempt(branch, Map.of("A", 4L), false);
            branches.confirm(branch, false);
        });
    }

    @Test
    void books_that_agree_have_no_differences() {
        Recalculation run = finished(false);

        assertThat(run.checked()).isEqualTo(2);
        assertThat(run.differences()).isZero();
    }

    @Test
    void a_difference_is_reported_and_left_alone() {
        spoil("A", 12, 1);

        Recalculation run = finished(false);

        assertThat(differences(run)).singleElement().satisfies(difference -> {
            assertThat(difference.key()).isEqualTo(inHere(() -> floor.key("A")));
            assertThat(difference.onHand()).isEqualTo(Floor.pcs(12));
            assertThat(difference.ledgerOnHand()).isEqualTo(Floor.pcs(10));
            assertThat(difference.reserved()).isEqualTo(Floor.pcs(1));
            assertThat(difference.openReserved()).isEqualTo(Floor.pcs(4));
            assertThat(difference.fixed()).isFalse();
        });
        assertThat(inHere(() -> floor.level("A")).onHand()).isEqualTo(Floor.pcs(12));
    }

    @Test
    void a_fix_makes_the_level_agree_and_a_second_one_finds_nothing_to_do() {
        spoil("A", 12, 1);
        lose("B");

        Recalculation first = finished(true);
        Recalculation second = finished(true);

        assertThat(differences(first)).hasSize(2).allMatch(LevelDifference::fixed);
        assertThat(first.requestedBy()).isEqualTo("somebody");
        assertThat(second.differences()).isZero();
        books().mustAgree();
    }

    @Test
    void a_ledger_that_cannot_be_right_is_reported_but_not_followed() {
        inHere(() -> jdbc.sql("DELETE FROM inventory_stock_ledger WHERE tenant_id = ? AND product_id = ?")
                .params(here.value(), floor.key("A").product().value())
                .update());

        assertThat(differences(finished(true))).singleElement().matches(difference -> !difference.fixed());
        assertThat(inHere(() -> floor.level("A")).onHand()).isEqualTo(Floor.pcs(10));
    }

    @Test
    void a_run_goes_through_all_products_in_chunks() {
        inHere(() -> {
            floor.products(IntStream.range(0, 450).mapToObj(n -> "P-" + n).toArray(String[]::new));
            IntStream.range(0, 450).forEach(n -> floor.move("P-" + n, 1));
        });
        spoil("P-449", 9, 0);

        Recalculation run = finished(true);

        assertThat(run.checked()).isEqualTo(452);
        assertThat(run.differences()).isEqualTo(1);
        books().mustAgree();
    }

    @Test
    void it_stays_inside_its_tenant() {
        TenantContext.run(there, () -> {
            floor.products("A");
            floor.move("A", 3);
            spoil(there.value(), floor.key("A"), 7, 0);
        });

        Recalculation run = finished(true);

        assertThat(run.differences()).isZero();
        assertThat(TenantContext.call(there, () -> floor.level("A")).onHand()).isEqualTo(Floor.pcs(7));
        assertThatThrownBy(() -> TenantContext.call(there, () -> recalculating.get(run.id())))
                .isInstanceOf(NotFound.class);
    }

    private Recalculation finished(boolean fix) {
        Recalculation run = inHere(() -> recalculating.start(fix, "somebody"));
        return await().until(() -> inHere(() -> recalculating.get(run.id())), Recalculation::isFinished);
    }

    private List<LevelDifference> differences(Recalculation run) {
        return inHere(
                () -> recalculating.differences(run.id(), PageRequest.first()).items());
    }

    private void spoil(String sku, long onHand, long reserved) {
        inHere(() -> spoil(here.value(), floor.key(sku), onHand, reserved));
    }

    private void spoil(long tenant, StockKey key, long onHand, long reserved) {
        jdbc.sql("UPDATE inventory_stock_level SET on_hand = ?, reserved = ? WHERE tenant_id = ? AND product_id = ?")
                .params(onHand, reserved, tenant, key.product().value())
                .update();
    }

    private void lose(String sku) {
        inHere(() -> jdbc.sql("DELETE FROM inventory_stock_level WHERE tenant_id = ? AND product_id = ?")
                .params(here.value(), floor.key(sku).product().value())
                .update());
    }
}
