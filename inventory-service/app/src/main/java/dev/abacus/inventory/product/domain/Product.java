package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.uom.UnitConversions;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Unit;
import java.util.HashSet;
import java.util.List;

/** A product and its units. Changing one gives another of the next version. */
public record Product(
        ProductId id,
        Sku sku,
        String name,
        Category category,
        List<Barcode> barcodes,
        UnitConversions units,
        Unit purchaseUnit,
        Unit saleUnit,
        boolean active,
        int version) {

    private static final int LONGEST_NAME = 200;

    public Product {
        name = name == null ? "" : name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidValue("name", "a name has 1 to " + LONGEST_NAME + " characters");
        }
        barcodes = List.copyOf(barcodes);
        if (new HashSet<>(barcodes).size() < barcodes.size()) {
            throw new InvalidValue("barcodes", "a barcode is named twice");
        }
        mustHave(units, purchaseUnit, "purchaseUnit");
        mustHave(units, saleUnit, "saleUnit");
    }

    /** A product that is new to the tenant. */
    public static Product added(ProductId id, ProductSheet sheet) {
        return of(id, sheet, 0);
    }

    /**
     * This product as {@code sheet} says, in the next version.
     *
     * @throws StockUnitFixed when it names another stock unit
     */
    public Product changed(ProductSheet sheet) {
        if (!sheet.stockUnit().equals(stockUnit())) {
            throw new StockUnitFixed(sku, stockUnit());
        }
        return of(id, sheet, version + 1);
    }

    /** Whether {@code sheet} says nothing new of this product. */
    public boolean isAs(ProductSheet sheet) {
        return sheet().equals(sheet);
    }

    public Unit stockUnit() {
        return units.base();
    }

    public ProductSheet sheet() {
        return new ProductSheet(
                sku, name, category, barcodes, stockUnit(), purchaseUnit, saleUnit, units.relations(), active);
    }

    private static Product of(ProductId id, ProductSheet sheet, int version) {
        return new Product(
                id,
                sheet.sku(),
                sheet.name(),
                sheet.category(),
                sheet.barcodes(),
                new UnitConversions(sheet.stockUnit(), sheet.relations()),
                sheet.purchaseUnit(),
                sheet.saleUnit(),
                sheet.active(),
                version);
    }

    private static void mustHave(UnitConversions units, Unit unit, String field) {
        if (!units.knows(unit)) {
            throw new InvalidValue(field, "no relation says what a " + unit + " is in " + units.base());
        }
    }
}
