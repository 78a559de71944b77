package dev.abacus.inventory.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.stock.HeldLine.State;
import dev.abacus.inventory.stock.ReservationId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumptionTest {

    private static final StockKey PLANNED = new StockKey(new ProductId(1), new WarehouseId(1));
    private static final StockKey ELSEWHERE = new StockKey(new ProductId(1), new WarehouseId(2));
    private static final StockKey OTHER_PRODUCT = new StockKey(new ProductId(2), new WarehouseId(1));

    @Test
    void a_part_delivery_leaves_the_rest_held() {
        Consumption consumption = new Consumption(List.of(held(1, PLANNED, 10)));

        assertThat(consumption.goesOut(PLANNED, pcs(4))).containsExactly(LevelChange.reserved(PLANNED, pcs(-4)));
        assertThat(consumption.goesOut(PLANNED, pcs(6))).containsExactly(LevelChange.reserved(PLANNED, pcs(-6)));

        assertThat(consumption.changed()).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(State.CONSUMED);
            assertThat(line.open().isZero()).isTrue();
        });
    }

    @Test
    void what_is_delivered_beyond_the_reservation_uses_up_no_more_than_it() {
        Consumption consumption = new Consumption(List.of(held(1, PLANNED, 10)));

        assertThat(consumption.goesOut(PLANNED, pcs(12))).containsExactly(LevelChange.reserved(PLANNED, pcs(-10)));
    }

    @Test
    void goods_that_leave_another_warehouse_free_what_was_held_here() {
        Consumption consumption = new Consumption(List.of(held(1, PLANNED, 10), held(2, ELSEWHERE, 1)));

        assertThat(consumption.goesOut(ELSEWHERE, pcs(3)))
                .containsExactly(LevelChange.reserved(ELSEWHERE, pcs(-1)), LevelChange.reserved(PLANNED, pcs(-2)));
    }

    @Test
    void other_products_of_the_order_stay_held() {
        Consumption consumption = new Consumption(List.of(held(1, PLANNED, 10)));

        assertThat(consumption.goesOut(OTHER_PRODUCT, pcs(3))).isEmpty();
        assertThat(consumption.changed()).isEmpty();
    }

    @Test
    void a_released_line_is_over_and_says_whether_anything_was_delivered() {
        HeldLine line = held(1, PLANNED, 10);

        assertThat(line.release().state()).isEqualTo(State.RELEASED);
        assertThat(line.consume(pcs(3)).release().state()).isEqualTo(State.CONSUMED);
        assertThat(line.consume(pcs(3)).release().open().isZero()).isTrue();
    }

    private static HeldLine held(long id, StockKey key, long pieces) {
        return new HeldLine(id, new ReservationId(1), "SO-1", (int) id, key, pcs(pieces), pcs(0), pcs(0), State.ACTIVE);
    }

    private static Quantity pcs(long amount) {
        return Quantity.of(Long.toString(amount), "pcs");
    }
}
