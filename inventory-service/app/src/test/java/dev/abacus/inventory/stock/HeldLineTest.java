package dev.abacus.inventory.stock;

import static dev.abacus.inventory.testing.Floor.pcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.HeldLine.State;
import dev.abacus.kernel.domain.InvalidValue;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HeldLineTest {

    private static final StockKey KEY = new StockKey(new ProductId(1), new WarehouseId(1));

    @Test
    void it_begins_tried_with_all_of_it_open() {
        HeldLine line = tried(5);

        assertThat(line.state()).isEqualTo(State.TRIED);
        assertThat(line.open()).isEqualTo(pcs(5));
        assertThat(line.state().isOpen()).isTrue();
    }

    @Test
    void it_is_consumed_once_all_is_delivered_or_given_back() {
        HeldLine half = tried(4).consume(pcs(2));

        assertThat(half.state()).isEqualTo(State.TRIED);
        assertThat(half.consume(pcs(2)).state()).isEqualTo(State.CONSUMED);
        assertThat(half.release().state()).isEqualTo(State.CONSUMED);
        assertThat(tried(4).release().state()).isEqualTo(State.RELEASED);
        assertThat(State.CONSUMED.isOpen()).isFalse();
        assertThat(State.RELEASED.isOpen()).isFalse();
    }

    @Test
    void releasing_twice_gives_back_once() {
        HeldLine released = tried(4).release();

        assertThat(released.release()).isEqualTo(released);
    }

    @Property
    void nothing_gets_lost_however_it_is_delivered(
            @ForAll @IntRange(min = 1, max = 50) int held,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 20) Integer> deliveries) {
        HeldLine line = tried(held);
        for (int delivery : deliveries) {
            line = line.consume(pcs(delivery));
            assertThat(line.open().isNegative()).isFalse();
        }
        HeldLine ended = line.release();

        assertThat(ended.consumed().plus(ended.released())).isEqualTo(pcs(held));
        assertThat(ended.open()).isEqualTo(pcs(0));
        assertThat(ended.state().isOpen()).isFalse();
    }

    @Test
    void a_demand_asks_for_something() {
        assertThatThrownBy(() -> new Demand(new ReservationId(1), "SO-1", List.of()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Demand.Line(1, KEY, pcs(0))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Demand.Line(1, KEY, pcs(-1))).isInstanceOf(InvalidValue.class);
    }

    private static HeldLine tried(int pieces) {
        Demand.Line line = new Demand.Line(1, KEY, pcs(pieces));
        return HeldLine.tried(1, new Demand(new ReservationId(1), "SO-1", List.of(line)), line);
    }
}
