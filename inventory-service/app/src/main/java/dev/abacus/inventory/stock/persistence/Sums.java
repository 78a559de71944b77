package dev.abacus.inventory.stock.persistence;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class Sums {

    private Sums() {}

    static Map<StockKey, Quantity> byKey(List<SumRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new StockKey(new ProductId(row.productId), new WarehouseId(row.warehouseId)),
                        row -> new Quantity(row.quantity, Unit.of(row.unit))));
    }
}
