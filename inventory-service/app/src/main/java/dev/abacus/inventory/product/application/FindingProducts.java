package dev.abacus.inventory.product.application;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.product.UnknownSkus;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.product.domain.ProductFilter;
import dev.abacus.inventory.product.domain.Products;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Looks products up. */
@Service
public class FindingProducts implements ProductCatalogue {

    private final Products products;

    public FindingProducts(Products products) {
        this.products = products;
    }

    public Product get(ProductId id) {
        return products.find(id).orElseThrow(() -> new NotFound("product", id));
    }

    public Product get(Sku sku) {
        return products.bySkus(List.of(sku)).stream().findFirst().orElseThrow(() -> new NotFound("product", sku));
    }

    public List<Product> bySkus(Collection<Sku> skus) {
        return products.bySkus(skus);
    }

    public Slice<Product> list(ProductFilter filter, PageRequest page) {
        return Slice.of(products.list(filter, page.after().orElse(""), page.limitAndOne()), page, Product::sku);
    }

    @Override
    public Map<Sku, StockItem> require(Collection<Sku> skus) {
        Map<Sku, StockItem> found = find(skus);
        List<Sku> unknown =
                skus.stream().distinct().filter(sku -> !found.containsKey(sku)).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSkus(unknown);
        }
        return found;
    }

    @Override
    public Map<Sku, StockItem> find(Collection<Sku> skus) {
        return products.stockItems(skus).stream().collect(Collectors.toMap(StockItem::sku, Function.identity()));
    }

    @Override
    public Map<ProductId, Sku> skus(Collection<ProductId> ids) {
        return products.skus(ids);
    }
}
