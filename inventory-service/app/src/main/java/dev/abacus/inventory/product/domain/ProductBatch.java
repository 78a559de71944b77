package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.kernel.domain.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many sheets taken one after the other against the products as they were before: of two for one SKU the later one
 * holds, and a barcode may move from one product to another within the batch.
 */
public final class ProductBatch {

    private final Map<Sku, Product> before = new HashMap<>();
    private final Map<Sku, Product> after = new LinkedHashMap<>();
    private final Map<Barcode, ProductId> owners;
    private final Ids ids;

    public ProductBatch(Collection<Product> existing, Map<Barcode, ProductId> owners, Ids ids) {
        existing.forEach(product -> before.put(product.sku(), product));
        this.owners = new HashMap<>(owners);
        this.ids = ids;
    }

    /** @throws dev.abacus.kernel.domain.DomainException when the sheet breaks a rule; the batch is as before then */
    public void take(ProductSheet sheet) {
        Product stated = stated(sheet);
        for (Barcode barcode : stated.barcodes()) {
            if (!owners.getOrDefault(barcode, stated.id()).equals(stated.id())) {
                throw new DuplicateBarcode(barcode);
            }
        }
        Product replaced = after.getOrDefault(sheet.sku(), before.get(sheet.sku()));
        if (replaced != null) {
            replaced.barcodes().forEach(barcode -> owners.remove(barcode, replaced.id()));
        }
        stated.barcodes().forEach(barcode -> owners.put(barcode, stated.id()));
        after.put(sheet.sku(), stated);
    }

    public List<Product> added() {
        return after.values().stream()
                .filter(product -> !before.containsKey(product.sku()))
                .toList();
    }

    /** Those that are not as they were before. */
    public List<Product> changed() {
        return after.values().stream()
                .filter(product -> before.containsKey(product.sku()))
                .filter(product -> !before.get(product.sku()).equals(product))
                .toList();
    }

    private Product stated(ProductSheet sheet) {
        Product old = before.get(sheet.sku());
        if (old != null) {
            return old.isAs(sheet) ? old : old.changed(sheet);
        }
        Product earlier = after.get(sheet.sku());
        return Product.added(earlier == null ? new ProductId(ids.next()) : earlier.id(), sheet);
    }
}
