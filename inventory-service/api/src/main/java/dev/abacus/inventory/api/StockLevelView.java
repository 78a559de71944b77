package dev.abacus.inventory.api;

/** How much of a product is in a warehouse, in its stock unit: there, promised, and free. */
public record StockLevelView(
        String productId, String sku, String warehouse, Amount onHand, Amount reserved, Amount available) {}
