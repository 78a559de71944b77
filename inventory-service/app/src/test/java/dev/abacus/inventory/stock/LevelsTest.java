package dev.abacus.inventory.stock;

import static dev.abacus.inventory.testing.Floor.pcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.stock.domain.LevelChange;
import dev.abacus.inventory.stock.domain.Levels;
import dev.abacus.inventory.testing.InventoryTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The one statement that moves a level, and the checks behind it. */
class LevelsTest extends InventoryTest {

    @Autowired
    Levels levels;

    private StockKey key;

    @BeforeEach
    void aProduct() {
        inHere(() -> {
            floor.products("A");
            key = floor.key("A");
        });
    }

    @Test
    void a_level_begins_with_what_comes_in_first() {
        assertThat(apply(LevelChange.onHand(key, pcs(5)))).isTrue();

        assertThat(inHere(() -> floor.level("A")).onHand()).isEqualTo(pcs(5));
        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(pcs(0));
    }

    @Test
    void nothing_can_be_taken_where_nothing_ever_was() {
        assertThat(apply(LevelChange.onHand(key, pcs(-1)))).isFalse();
        assertThat(apply(LevelChange.reserved(key, pcs(1)))).isFalse();
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_stock_level WHERE tenant_id = ?"))
                .isEqualByComparingTo("0");
    }

    @Test
    void a_change_that_would_break_the_level_changes_nothing() {
        apply(LevelChange.onHand(key, pcs(5)));
        apply(LevelChange.reserved(key, pcs(3)));

        assertThat(apply(LevelChange.reserved(key, pcs(3)))).isFalse();
        assertThat(apply(LevelChange.onHand(key, pcs(-3)))).isFalse();
        assertThat(apply(LevelChange.reserved(key, pcs(-4)))).isFalse();
        assertThat(apply(new LevelChange(key, pcs(-3), pcs(-3)))).isTrue();

        StockLevel level = inHere(() -> floor.level("A"));
        assertThat(level.onHand()).isEqualTo(pcs(2));
        assertThat(level.available()).isEqualTo(pcs(2));
    }

    @RepeatedTest(5)
    void two_who_begin_a_level_at_the_same_time_begin_one() throws Exception {
        assertThat(whileAnotherAdds(2, LevelChange.onHand(key, pcs(3)))).isTrue();

        assertThat(inHere(() -> floor.level("A")).onHand()).isEqualTo(pcs(5));
    }

    @RepeatedTest(5)
    void who_comes_while_goods_are_coming_in_waits_for_them() throws Exception {
        apply(LevelChange.onHand(key, pcs(1)));

        assertThat(whileAnotherAdds(2, LevelChange.reserved(key, pcs(3)))).isTrue();

        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(pcs(3));
    }

    /** Applies {@code change} while a transaction that has added some pieces is still open, or has just ended. */
    private boolean whileAnotherAdds(long pieces, LevelChange change) throws Exception {
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = threads.submit(() -> inTransaction(() -> {
                levels.apply(LevelChange.onHand(key, pcs(pieces)));
                added.countDown();
                await(mayEnd);
            }));
            await(added);
            Future<Boolean> applied = threads.submit(() -> {
                mayEnd.countDown();
                return apply(change);
            });
            other.get();
            return applied.get();
        }
    }

    @Test
    void the_database_itself_refuses_a_level_that_cannot_be() {
        apply(LevelChange.onHand(key, pcs(5)));

        assertThatThrownBy(() -> set("reserved", 6)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> set("reserved", -1)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> set("on_hand", -1)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(set("reserved", 5)).isEqualTo(1);
    }

    @Test
    void a_correction_yields_to_whoever_moved_the_level_meanwhile() {
        apply(LevelChange.onHand(key, pcs(5)));
        StockLevel found = inHere(() -> floor.level("A"));
        StockLevel right = new StockLevel(found.id(), key, pcs(7), pcs(1));

        apply(LevelChange.onHand(key, pcs(1)));

        assertThat(inTransaction(() -> levels.correct(found, right))).isFalse();
        assertThat(inTransaction(() -> levels.correct(floor.level("A"), right))).isTrue();
        assertThat(inHere(() -> floor.level("A")).available()).isEqualTo(pcs(6));
    }

    private boolean apply(LevelChange change) {
        return inTransaction(() -> levels.apply(change));
    }

    private int set(String column, long value) {
        return inHere(() -> jdbc.sql("UPDATE inventory_stock_level SET " + column + " = ? WHERE tenant_id = ?")
                .params(value, here.value())
                .update());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
