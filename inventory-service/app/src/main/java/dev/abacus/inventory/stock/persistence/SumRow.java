package dev.abacus.inventory.stock.persistence;

import java.math.BigDecimal;

/** A sum per product and warehouse, in the product's stock unit. */
class SumRow {
    Long productId;
    Long warehouseId;
    String unit;
    BigDecimal quantity;
}
