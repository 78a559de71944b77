package dev.abacus.inventory.stock;

import dev.abacus.inventory.product.ProductId;
import java.time.LocalDate;

/**
 * Which part of the ledger somebody wants to see.
 *
 * @param warehouse every one when null
 * @param from first business day; from the beginning when null
 * @param to last business day; to the end when null
 */
public record LedgerQuery(ProductId product, WarehouseId warehouse, LocalDate from, LocalDate to) {}
