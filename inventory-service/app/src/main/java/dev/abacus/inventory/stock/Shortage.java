package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Quantity;

/** More was wanted than is available. */
public record Shortage(StockKey key, Quantity wanted, Quantity available) {}
