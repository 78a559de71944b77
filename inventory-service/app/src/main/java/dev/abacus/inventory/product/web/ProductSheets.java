package dev.abacus.inventory.product.web;

import dev.abacus.inventory.api.NewProduct;
import dev.abacus.inventory.api.ProductChange;
import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.UnitFactor;
import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.uom.UnitRelation;
import dev.abacus.kernel.domain.Unit;
import java.util.List;

/** Between the API's records and the product module's own. */
final class ProductSheets {

    private ProductSheets() {}

    static ProductSheet sheet(NewProduct product) {
        return new ProductSheet(
                Sku.of(product.sku()),
                product.name(),
                Category.of(product.category()),
                barcodes(product.barcodes()),
                Unit.of(product.stockUnit()),
                unit(product.purchaseUnit()),
                unit(product.saleUnit()),
                relations(product.relations()),
                true);
    }

    static ProductSheet changed(ProductSheet before, ProductChange change) {
        return new ProductSheet(
                before.sku(),
                change.name(),
                Category.of(change.category()),
                barcodes(change.barcodes()),
                before.stockUnit(),
                unit(change.purchaseUnit()),
                unit(change.saleUnit()),
                relations(change.relations()),
                change.active());
    }

    static ProductView view(Product product) {
        return new ProductView(
                product.id().toString(),
                product.sku().code(),
                product.name(),
                product.category().path(),
                product.barcodes().stream().map(Barcode::code).toList(),
                product.stockUnit().code(),
                product.purchaseUnit().code(),
                product.saleUnit().code(),
                product.units().relations().stream().map(ProductSheets::view).toList(),
                product.units().worth().entrySet().stream()
                        .map(e -> new UnitFactor(
                                e.getKey().code(),
                                e.getValue().numerator(),
                                e.getValue().denominator()))
                        .toList(),
                product.active(),
                product.version());
    }

    private static dev.abacus.inventory.api.UnitRelation view(UnitRelation relation) {
        return new dev.abacus.inventory.api.UnitRelation(
                relation.fromAmount(),
                relation.from().code(),
                relation.toAmount(),
                relation.to().code());
    }

    private static List<Barcode> barcodes(List<String> codes) {
        return codes.stream().map(Barcode::of).toList();
    }

    private static List<UnitRelation> relations(List<dev.abacus.inventory.api.UnitRelation> relations) {
        return relations.stream()
                .map(r -> new UnitRelation(r.fromAmount(), Unit.of(r.from()), r.toAmount(), Unit.of(r.to())))
                .toList();
    }

    private static Unit unit(String code) {
        return code == null || code.isBlank() ? null : Unit.of(code);
    }
}
