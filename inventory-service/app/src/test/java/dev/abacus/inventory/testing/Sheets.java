package dev.abacus.inventory.testing;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.uom.UnitRelation;
import dev.abacus.kernel.domain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Product sheets: kept in pieces, unless a test says more. */
public final class Sheets {

    private final String sku;
    private String name = "Something";
    private Category category = Category.NONE;
    private final List<Barcode> barcodes = new ArrayList<>();
    private List<UnitRelation> relations = List.of();
    private Unit stockUnit = Unit.of("pcs");
    private boolean active = true;

    private Sheets(String sku) {
        this.sku = sku;
    }

    public static Sheets of(String sku) {
        return new Sheets(sku);
    }

    public Sheets named(String text) {
        name = text;
        return this;
    }

    public Sheets in(String path) {
        category = Category.of(path);
        return this;
    }

    public Sheets withBarcode(String code) {
        barcodes.add(Barcode.of(code));
        return this;
    }

    public Sheets keptIn(String unit) {
        stockUnit = Unit.of(unit);
        return this;
    }

    public Sheets inactive() {
        active = false;
        return this;
    }

    /** @param stated like {@code 1 box = 12 pcs} */
    public Sheets packed(String... stated) {
        relations = Stream.of(stated).map(Sheets::relation).toList();
        return this;
    }

    public ProductSheet sheet() {
        return new ProductSheet(Sku.of(sku), name, category, barcodes, stockUnit, null, null, relations, active);
    }

    public static UnitRelation relation(String stated) {
        String[] words = stated.split(" ");
        return new UnitRelation(
                Long.parseLong(words[0]), Unit.of(words[1]), Long.parseLong(words[3]), Unit.of(words[4]));
    }
}
