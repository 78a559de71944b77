package dev.abacus.inventory.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LevelChangesTest {

    @Test
    void changes_of_a_level_are_one() {
        LevelChanges changes = new LevelChanges();
        changes.add(LevelChange.onHand(key(1, 1), pcs(-5)));
        changes.add(LevelChange.reserved(key(1, 1), pcs(-3)));
        changes.add(LevelChange.onHand(key(1, 1), pcs(1)));

        assertThat(changes.inLockOrder()).containsExactly(new LevelChange(key(1, 1), pcs(-4), pcs(-3)));
    }

    @Test
    void what_sums_up_to_nothing_touches_nothing() {
        LevelChanges changes = new LevelChanges();
        changes.add(LevelChange.onHand(key(1, 1), pcs(5)));
        changes.add(LevelChange.onHand(key(1, 1), pcs(-5)));

        assertThat(changes.inLockOrder()).isEmpty();
    }

    @Test
    void taking_is_what_must_be_available() {
        assertThat(LevelChange.reserved(key(1, 1), pcs(4)).taken()).isEqualTo(pcs(4));
        assertThat(LevelChange.onHand(key(1, 1), pcs(-4)).taken()).isEqualTo(pcs(4));
        assertThat(new LevelChange(key(1, 1), pcs(-4), pcs(-3)).taken()).isEqualTo(pcs(1));
        assertThat(LevelChange.onHand(key(1, 1), pcs(4)).taken().isNegative()).isTrue();
    }

    @Property(tries = 100)
    void whatever_order_they_come_in_levels_are_locked_in_one(@ForAll Random random) {
        List<LevelChange> some = new ArrayList<>();
        for (int product = 1; product <= 4; product++) {
            for (int warehouse = 1; warehouse <= 3; warehouse++) {
                some.add(LevelChange.onHand(key(product, warehouse), pcs(1)));
            }
        }
        Collections.shuffle(some, random);
        LevelChanges changes = new LevelChanges();
        some.forEach(changes::add);

        assertThat(changes.inLockOrder())
                .extracting(LevelChange::key)
                .isSorted()
                .hasSize(12);
    }

    private static StockKey key(long product, long warehouse) {
        return new StockKey(new ProductId(product), new WarehouseId(warehouse));
    }

    private static Quantity pcs(long amount) {
        return Quantity.of(Long.toString(amount), "pcs");
    }
}
