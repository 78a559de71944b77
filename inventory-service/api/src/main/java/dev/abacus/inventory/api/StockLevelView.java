package dev.abacus.inventory.api;

import dev.abacus.kernel.domain.Quantity;

/** How much of a product is in a warehouse, in its stock unit: there, promised, and free. */
public record StockLevelView(
        String productId, String sku, String warehouse, Quantity onHand, Quantity reserved, Quantity available) {}
