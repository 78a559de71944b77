package dev.abacus.inventory.product;

import dev.abacus.inventory.uom.UnitRelation;
import dev.abacus.kernel.domain.Unit;
import java.util.List;

/**
 * Everything that somebody may state of a product.
 *
 * @param purchaseUnit the stock unit when null
 * @param saleUnit the stock unit when null
 */
public record ProductSheet(
        Sku sku,
        String name,
        Category category,
        List<Barcode> barcodes,
        Unit stockUnit,
        Unit purchaseUnit,
        Unit saleUnit,
        List<UnitRelation> relations,
        boolean active) {

    public ProductSheet {
        barcodes = List.copyOf(barcodes);
        relations = List.copyOf(relations);
        purchaseUnit = purchaseUnit == null ? stockUnit : purchaseUnit;
        saleUnit = saleUnit == null ? stockUnit : saleUnit;
    }
}
