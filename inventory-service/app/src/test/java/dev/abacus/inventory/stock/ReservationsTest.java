package dev.abacus.inventory.stock;

import static dev.abacus.inventory.testing.Floor.pcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.stock.HeldLine.State;
import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.Branches.Branch;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.kernel.tcc.LateTry;
import dev.abacus.kernel.tenancy.TenantContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each promise of the TCC action by itself; all of them together are the model test's matter. */
class ReservationsTest extends InventoryTest {

    @Autowired
    Branches branches;

    @Autowired
    Reservations reservations;

    private Branch branch;

    @BeforeEach
    void stock() {
        inHere(() -> {
            floor.products("A", "B");
            floor.move("A", 10);
            floor.move("B", 10);
            branch = branches.branch("SO-1");
        });
    }

    @Test
    void all_lines_are_held_or_none() {
        Map<String, Long> tooMuch = new LinkedHashMap<>(Map.of("A", 4L));
        tooMuch.put("B", 11L);

        assertThatThrownBy(() -> attempt(branch, tooMuch)).isInstanceOfSatisfying(NotEnoughStock.class, e -> {
            assertThat(e.shortages()).singleElement().satisfies(shortage -> {
                assertThat(shortage.key()).isEqualTo(inHere(() -> floor.key("B")));
                assertThat(shortage.wanted()).isEqualTo(pcs(11));
                assertThat(shortage.available()).isEqualTo(pcs(10));
            });
        });
        assertThat(reserved("A")).isEqualTo("0");
        assertThat(lines()).isEmpty();
    }

    @Test
    void what_is_tried_is_taken_from_what_others_can_have() {
        attempt(branch, Map.of("A", 8L));

        assertThatThrownBy(() -> attempt(inHere(() -> branches.branch("SO-2")), Map.of("A", 3L)))
                .isInstanceOf(NotEnoughStock.class);
        assertThat(lines()).singleElement().matches(line -> line.state() == State.TRIED);
    }

    @Test
    void a_confirmed_reservation_stays_until_it_is_delivered() {
        attempt(branch, Map.of("A", 8L));
        branches.confirm(branch, false);

        assertThat(reserved("A")).isEqualTo("8");
        inHere(() -> floor.move("A", -8, "SO-1"));
        assertThat(reserved("A")).isEqualTo("0");
        assertThat(lines()).singleElement().matches(line -> line.state() == State.CONSUMED);
    }

    @Test
    void repeated_phases_have_one_effect() {
        attempt(branch, Map.of("A", 8L));
        assertThat(branches.confirm(branch, false)).isTrue();
        assertThat(branches.confirm(branch, false)).isTrue();
        assertThat(reserved("A")).isEqualTo("8");

        Branch other = inHere(() -> branches.branch("SO-2"));
        attempt(other, Map.of("A", 2L));
        assertThat(branches.cancel(other, false)).isTrue();
        assertThat(branches.cancel(other, false)).isTrue();
        assertThat(reserved("A")).isEqualTo("8");
        books().mustAgree();
    }

    @Test
    void a_try_behind_its_cancel_is_kept_out() {
        assertThat(branches.cancel(branch, false)).isTrue();

        assertThatThrownBy(() -> attempt(branch, Map.of("A", 1L))).isInstanceOf(LateTry.class);
        assertThat(reserved("A")).isEqualTo("0");
    }

    @Test
    void a_phase_that_dies_in_the_middle_leaves_nothing_and_can_be_repeated() {
        assertThatThrownBy(() -> inHere(() -> branches.attempt(branch, Map.of("A", 8L), true)))
                .isInstanceOf(Branches.Crash.class);
        assertThat(lines()).isEmpty();

        attempt(branch, Map.of("A", 8L));
        assertThatThrownBy(() -> branches.cancel(branch, true)).isInstanceOf(Branches.Crash.class);
        assertThat(reserved("A")).isEqualTo("8");
        assertThat(branches.cancel(branch, false)).isTrue();
        assertThat(reserved("A")).isEqualTo("0");
        books().mustAgree();
    }

    @Test
    void an_order_holds_stock_once_at_a_time() {
        attempt(branch, Map.of("A", 1L));
        Branch again = inHere(() -> branches.branch("SO-1"));

        assertThatThrownBy(() -> attempt(again, Map.of("A", 1L))).isInstanceOf(OrderAlreadyReserved.class);
        branches.cancel(branch, false);
        attempt(inHere(() -> branches.branch("SO-1")), Map.of("A", 2L));

        assertThat(reserved("A")).isEqualTo("2");
        assertThat(lines()).extracting(HeldLine::state).containsExactly(State.RELEASED, State.TRIED);
    }

    @Test
    void while_the_transaction_is_open_nothing_is_delivered_or_released() {
        attempt(branch, Map.of("A", 4L));

        assertThatThrownBy(() -> inHere(() -> floor.move("A", -1, "SO-1"))).isInstanceOf(ReservationPending.class);
        assertThatThrownBy(() -> inHere(() -> floor.end("SO-1"))).isInstanceOf(ReservationPending.class);
        assertThat(reserved("A")).isEqualTo("4");
    }

    @Test
    void a_delivery_beyond_the_reservation_takes_the_rest_from_what_is_free() {
        attempt(branch, Map.of("A", 4L));
        branches.confirm(branch, false);

        inHere(() -> floor.move("A", -7, "SO-1"));

        assertThat(reserved("A")).isEqualTo("0");
        assertThat(inHere(() -> floor.level("A")).onHand()).isEqualTo(pcs(3));
        books().mustAgree();
    }

    @Test
    void ending_an_order_that_holds_nothing_changes_nothing() {
        inHere(() -> floor.end("SO-none"));

        books().mustAgree();
    }

    @Test
    void two_tenants_orders_of_one_name_are_two_orders() {
        attempt(branch, Map.of("A", 4L));
        TenantContext.run(there, () -> {
            floor.products("A");
            floor.move("A", 5);
            Branch theirs = branches.branch("SO-1");
            branches.attempt(theirs, Map.of("A", 5L), false);
            branches.confirm(theirs, false);
            floor.end("SO-1");
        });

        assertThat(reserved("A")).isEqualTo("4");
        assertThat(TenantContext.call(there, () -> reservations.of("SO-1")))
                .singleElement()
                .matches(line -> line.state() == State.RELEASED);
    }

    private void attempt(Branch which, Map<String, Long> pieces) {
        inHere(() -> branches.attempt(which, pieces, false));
    }

    private List<HeldLine> lines() {
        return inHere(() -> reservations.of("SO-1"));
    }

    private String reserved(String sku) {
        return inHere(() -> floor.level(sku))
                .reserved()
                .amount()
                .stripTrailingZeros()
                .toPlainString();
    }
}
