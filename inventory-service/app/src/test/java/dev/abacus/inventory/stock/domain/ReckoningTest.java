package dev.abacus.inventory.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final StockKey PASTA = new StockKey(new ProductId(1), new WarehouseId(1));
    private static final StockKey RICE = new StockKey(new ProductId(2), new WarehouseId(1));

    @Test
    void a_level_agrees_when_it_says_what_the_books_say() {
        assertThat(reckon(level(PASTA, 5, 2), Map.of(PASTA, pcs(5)), Map.of(PASTA, pcs(2))))
                .singleElement()
                .matches(Reckoning.Line::agrees);
        assertThat(reckon(level(PASTA, 5, 2), Map.of(PASTA, pcs(5)), Map.of()))
                .singleElement()
                .matches(line -> !line.agrees());
    }

    @Test
    void a_level_without_any_entry_should_be_nothing() {
        assertThat(reckon(level(PASTA, 5, 0), Map.of(), Map.of()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.right().onHand()).isEqualTo(pcs(0));
                    assertThat(line.agrees()).isFalse();
                });
    }

    @Test
    void an_entry_without_a_level_counts_as_a_level_of_nothing() {
        assertThat(reckon(level(PASTA, 0, 0), Map.of(RICE, pcs(0)), Map.of()))
                .hasSize(2)
                .allMatch(Reckoning.Line::agrees);
        assertThat(reckon(level(PASTA, 0, 0), Map.of(RICE, pcs(3)), Map.of()).getLast())
                .matches(line -> !line.agrees() && line.found().id() == 0);
    }

    @Test
    void books_that_hold_more_than_there_is_cannot_be_followed() {
        assertThat(reckon(level(PASTA, 5, 2), Map.of(PASTA, pcs(1)), Map.of(PASTA, pcs(2))))
                .singleElement()
                .matches(line -> !line.agrees() && !line.isPossible());
    }

    private static List<Reckoning.Line> reckon(
            StockLevel level, Map<StockKey, Quantity> ledger, Map<StockKey, Quantity> open) {
        return new Reckoning(List.of(level), ledger, open).lines();
    }

    private static StockLevel level(StockKey key, long onHand, long reserved) {
        return new StockLevel(7, key, pcs(onHand), pcs(reserved));
    }

    private static Quantity pcs(long amount) {
        return Quantity.of(Long.toString(amount), "pcs");
    }
}
