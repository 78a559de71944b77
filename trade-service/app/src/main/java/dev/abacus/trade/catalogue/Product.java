package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.Unit;
import java.util.Set;

/**
 * A product as trade sees it.
 *
 * @param category a path of codes from general to special, {@code food/pasta}; empty when it has none
 * @param units every unit that it can be bought and sold in
 * @param active whether it may still be bought and sold
 */
public record Product(Sku sku, String category, Set<Unit> units, boolean active) {

    public Product {
        units = Set.copyOf(units);
    }
}
