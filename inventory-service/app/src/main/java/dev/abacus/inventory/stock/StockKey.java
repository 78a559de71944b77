package dev.abacus.inventory.stock;

import dev.abacus.inventory.product.ProductId;
import java.util.Comparator;

/** A product in a warehouse. The order is the one in which levels are locked, everywhere, so that nobody deadlocks. */
public record StockKey(ProductId product, WarehouseId warehouse) implements Comparable<StockKey> {

    private static final Comparator<StockKey> ORDER =
            Comparator.comparing(StockKey::product).thenComparing(StockKey::warehouse);

    @Override
    public int compareTo(StockKey other) {
        return ORDER.compare(this, other);
    }
}
