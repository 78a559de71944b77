package dev.abacus.inventory.product;

import dev.abacus.inventory.uom.UnitConversions;
import dev.abacus.kernel.domain.Quantity;

/** What stock needs to know of a product. */
public record StockItem(ProductId id, Sku sku, UnitConversions units, boolean active) {

    /**
     * {@code quantity} in the unit that stock is kept in.
     *
     * @throws dev.abacus.inventory.uom.UnitsRefused when it has no exact amount in it
     */
    public Quantity inStockUnit(Quantity quantity) {
        return units.toBase(quantity);
    }
}
