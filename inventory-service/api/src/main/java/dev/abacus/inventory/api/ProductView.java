package dev.abacus.inventory.api;

import java.util.List;

/**
 * A product as it stands.
 *
 * @param category path of codes from general to special, {@code food/pasta}; empty when none
 * @param relations the relations between its units as they were stated
 * @param factors each unit that follows from them, the stock unit itself included, as its worth in stock units
 * @param version what {@code If-Match} must name to change it
 */
public record ProductView(
        String id,
        String sku,
        String name,
        String category,
        List<String> barcodes,
        String stockUnit,
        String purchaseUnit,
        String saleUnit,
        List<UnitRelation> relations,
        List<UnitFactor> factors,
        boolean active,
        int version) {}
