package dev.abacus.inventory.warehousing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.uom.UnitConversions;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 2);
    private static final WarehouseId MAIN = new WarehouseId(1);
    private static final Map<Sku, StockItem> ITEMS = Map.of(Sku.of("A"), item("A", 1), Sku.of("B"), item("B", 2));

    @Test
    void each_sale_is_an_issue_of_its_own_day_and_reason() {
        List<Movement> movements = History.movements(
                List.of(sale(0, "A", "7", false), sale(1, "A", "5", true), sale(2, "A", "0", true)), ITEMS, MAIN);

        assertThat(movements)
                .extracting(Movement::occurredOn, m -> m.quantity().amount().intValue(), Movement::reason)
                .containsExactly(
                        tuple(FIRST.minusDays(1), 12, Reason.OPENING),
                        tuple(FIRST, -7, Reason.SALE),
                        tuple(FIRST.plusDays(1), -5, Reason.PROMOTION_SALE));
    }

    @Test
    void days_without_sales_move_nothing() {
        assertThat(History.movements(List.of(sale(0, "A", "0", false)), ITEMS, MAIN))
                .isEmpty();
    }

    @Test
    void nobody_sells_less_than_nothing() {
        assertThatThrownBy(() -> History.movements(List.of(sale(0, "A", "-1", false)), ITEMS, MAIN))
                .isInstanceOf(InvalidValue.class);
    }

    @Property
    void the_ledger_never_sinks_below_nothing_and_ends_where_it_began(@ForAll("years") List<History.Sale> sales) {
        List<Movement> byDay = new ArrayList<>(History.movements(sales, ITEMS, MAIN));
        byDay.sort(Comparator.comparing(Movement::occurredOn));
        Map<StockKey, BigDecimal> onHand = new HashMap<>();
        for (Movement movement : byDay) {
            BigDecimal now = onHand.merge(movement.key(), movement.quantity().amount(), BigDecimal::add);
            assertThat(now.signum()).isNotNegative();
        }
        assertThat(onHand.values()).allMatch(rest -> rest.signum() == 0);
    }

    @Provide
    Arbitrary<List<History.Sale>> years() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 365),
                        Arbitraries.of("A", "B"),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.TEN)
                                .ofScale(3),
                        Arbitraries.of(true, false))
                .as((day, sku, quantity, promotion) -> sale(day, sku, quantity.toPlainString(), promotion))
                .list()
                .ofMaxSize(60);
    }

    private static History.Sale sale(int day, String sku, String quantity, boolean promotion) {
        return new History.Sale(FIRST.plusDays(day), Sku.of(sku), new BigDecimal(quantity), promotion);
    }

    private static StockItem item(String sku, long id) {
        return new StockItem(new ProductId(id), Sku.of(sku), UnitConversions.only(Unit.of("pcs")), true);
    }
}
