package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Category;

/**
 * Which products somebody wants to see.
 *
 * @param text part of the name, or the beginning of the SKU, or a whole barcode; null for any
 * @param category this one and those below it; none for any
 * @param active null for any
 */
public record ProductFilter(String text, Category category, Boolean active) {

    public ProductFilter {
        text = text == null || text.isBlank() ? null : text.strip();
    }
}
