package dev.abacus.inventory.product.application;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.ProductIntake;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.domain.ProductBatch;
import dev.abacus.inventory.product.domain.Products;
import dev.abacus.inventory.uom.UnitCatalogue;
import dev.abacus.inventory.uom.UnitRelation;
import dev.abacus.inventory.uom.UnitsRefused;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds or changes products as sheets say, one or many. */
@Service
class TakingProducts implements ProductIntake {

    private final Products products;
    private final UnitCatalogue units;
    private final ProductAnnouncements announcements;
    private final Ids ids;

    TakingProducts(Products products, UnitCatalogue units, ProductAnnouncements announcements, Ids ids) {
        this.products = products;
        this.units = units;
        this.announcements = announcements;
        this.ids = ids;
    }

    @Override
    @Transactional
    public Map<Integer, DomainException> take(List<ProductSheet> sheets) {
        ProductBatch batch = batch(sheets);
        Map<Integer, DomainException> refused = new HashMap<>();
        Set<Unit> known =
                units.knownAmong(sheets.stream().flatMap(TakingProducts::named).toList());
        for (int i = 0; i < sheets.size(); i++) {
            try {
                mustKnow(known, sheets.get(i));
                batch.take(sheets.get(i));
            } catch (DomainException e) {
                refused.put(i, e);
            }
        }
        products.change(batch.changed());
        products.add(batch.added());
        announcements.announce(batch.changed());
        announcements.announce(batch.added());
        return refused;
    }

    private ProductBatch batch(List<ProductSheet> sheets) {
        Set<Sku> skus = sheets.stream().map(ProductSheet::sku).collect(Collectors.toSet());
        Set<Barcode> barcodes =
                sheets.stream().flatMap(sheet -> sheet.barcodes().stream()).collect(Collectors.toSet());
        return new ProductBatch(products.bySkus(skus), products.owners(barcodes), ids);
    }

    private static void mustKnow(Set<Unit> known, ProductSheet sheet) {
        named(sheet).filter(unit -> !known.contains(unit)).findFirst().ifPresent(unit -> {
            throw UnitsRefused.unknown(unit);
        });
    }

    private static Stream<Unit> named(ProductSheet sheet) {
        return Stream.concat(
                Stream.of(sheet.stockUnit(), sheet.purchaseUnit(), sheet.saleUnit()),
                sheet.relations().stream().flatMap(TakingProducts::sides));
    }

    private static Stream<Unit> sides(UnitRelation relation) {
        return Stream.of(relation.from(), relation.to());
    }
}
