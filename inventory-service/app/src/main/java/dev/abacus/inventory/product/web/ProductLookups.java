package dev.abacus.inventory.product.web;

import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.ProductsFound;
import dev.abacus.inventory.api.SkuLookup;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.application.FindingProducts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Answers the lookup of many products, whoever asks. */
final class ProductLookups {

    private ProductLookups() {}

    static ProductsFound answer(SkuLookup lookup, FindingProducts finding) {
        List<Sku> skus = lookup.skus().stream().map(Sku::of).distinct().toList();
        List<ProductView> found =
                finding.bySkus(skus).stream().map(ProductSheets::view).toList();
        Set<String> known = new HashSet<>(found.stream().map(ProductView::sku).toList());
        return new ProductsFound(
                found,
                skus.stream()
                        .map(Sku::code)
                        .filter(Predicate.not(known::contains))
                        .toList());
    }
}
