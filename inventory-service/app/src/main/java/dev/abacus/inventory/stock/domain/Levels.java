package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.WarehouseId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The current tenant's stock levels. */
public interface Levels {

    /**
     * Adds {@code change} to its level in one statement that checks what it finds, and makes the level when it is the
     * first that comes in.
     *
     * @return false when it would leave less than nothing reserved, or more reserved than there is; nothing changed then
     */
    boolean apply(LevelChange change);

    /** The level as it is at this moment, locked until the transaction ends. */
    Optional<StockLevel> lock(StockKey key);

    /** Those there are of these products, locked in the order of their keys. */
    List<StockLevel> lockAll(Collection<ProductId> products);

    /** Makes a level say what the books say, if it still says what {@code found} said. */
    boolean correct(StockLevel found, StockLevel right);

    List<StockLevel> of(Collection<ProductId> products, WarehouseId warehouse);

    /** In the order of their ids, those after {@code after}. */
    List<StockLevel> list(WarehouseId warehouse, long after, int limit);

    /** The first products after {@code after} that have a level, in the order of their ids. */
    List<ProductId> productsAfter(long after, int limit);
}
