package dev.abacus.inventory.warehousing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import dev.abacus.inventory.warehousing.domain.DuplicateWarehouse;
import dev.abacus.inventory.warehousing.domain.UnknownWarehouse;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.EntityVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WarehousesTest extends InventoryTest {

    @Autowired
    KeepingWarehouses warehouses;

    @Test
    void a_warehouse_is_found_by_its_code_and_its_id() {
        Warehouse north = open("NORTH");

        assertThat(inHere(() -> warehouses.meant("NORTH"))).isEqualTo(north);
        assertThat(inHere(() -> warehouses.get(north.id()))).isEqualTo(north);
        assertThat(inHere(() -> warehouses.filter("NORTH"))).isEqualTo(north.id());
        assertThat(inHere(warehouses::codes)).containsEntry(north.id(), "NORTH").hasSize(2);
    }

    @Test
    void who_names_none_means_the_main_one() {
        Warehouse main = inHere(() -> warehouses.meant(null));

        assertThat(main.main()).isTrue();
        assertThat(inHere(() -> warehouses.meant(" "))).isEqualTo(main);
        assertThat(inHere(() -> warehouses.filter(null))).isNull();
    }

    @Test
    void a_code_names_one_warehouse_of_a_tenant() {
        open("NORTH");

        assertThatThrownBy(() -> open("NORTH")).isInstanceOf(DuplicateWarehouse.class);
        assertThat(TenantContext.call(there, () -> warehouses.open("NORTH", "Theirs"))
                        .name())
                .isEqualTo("Theirs");
        assertThat(inHere(() -> warehouses.meant("NORTH")).name()).isEqualTo("Somewhere");
    }

    @Test
    void one_that_is_closed_takes_no_more_papers_but_can_still_be_looked_at() {
        Warehouse north = open("NORTH");

        inHere(() -> warehouses.change(north.id(), new EntityVersion(0), "North, closed", false));

        assertThatThrownBy(() -> inHere(() -> warehouses.meant("NORTH"))).isInstanceOf(UnknownWarehouse.class);
        assertThat(inHere(() -> warehouses.filter("NORTH"))).isEqualTo(north.id());
        assertThat(inHere(() -> warehouses.get(north.id()))).satisfies(closed -> {
            assertThat(closed.active()).isFalse();
            assertThat(closed.name()).isEqualTo("North, closed");
            assertThat(closed.version()).isEqualTo(1);
        });
    }

    @Test
    void the_main_one_stays_open() {
        Warehouse main = inHere(() -> warehouses.meant(null));

        assertThatThrownBy(() -> inHere(() -> warehouses.change(main.id(), new EntityVersion(0), "x", false)))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("main-warehouse"));
    }

    @Test
    void of_two_who_saw_the_same_version_one_changes_it() {
        Warehouse north = open("NORTH");
        inHere(() -> warehouses.change(north.id(), new EntityVersion(0), "A", true));

        assertThatThrownBy(() -> inHere(() -> warehouses.change(north.id(), new EntityVersion(0), "B", true)))
                .isInstanceOf(EntityVersion.Stale.class);
    }

    @Test
    void what_is_not_there_is_not_found() {
        Warehouse north = open("NORTH");

        assertThatThrownBy(() -> inHere(() -> warehouses.meant("SOUTH"))).isInstanceOf(UnknownWarehouse.class);
        assertThatThrownBy(() -> inHere(() -> warehouses.filter("SOUTH"))).isInstanceOf(UnknownWarehouse.class);
        assertThatThrownBy(() -> TenantContext.call(there, () -> warehouses.get(north.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_code_is_short_and_a_name_is_there() {
        for (String wrong : List.of("", "a b", "x".repeat(33), "a/b")) {
            assertThatThrownBy(() -> open(wrong)).isInstanceOf(InvalidValue.class);
        }
        assertThatThrownBy(() -> inHere(() -> warehouses.open("X", " "))).isInstanceOf(InvalidValue.class);
    }

    private Warehouse open(String code) {
        return inHere(() -> warehouses.open(code, "Somewhere"));
    }
}
