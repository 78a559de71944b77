package dev.abacus.bench.plain;

import dev.abacus.inventory.product.application.FindingProducts;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.Product;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.catalogue.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The products, from the same process. */
@Component
class LocalCatalogue implements Catalogue {

    private final FindingProducts products;

    LocalCatalogue(FindingProducts products) {
        this.products = products;
    }

    @Override
    public Products find(Collection<Sku> skus) {
        List<dev.abacus.inventory.product.Sku> wanted = skus.stream()
                .map(sku -> dev.abacus.inventory.product.Sku.of(sku.code()))
                .distinct()
                .toList();
        Map<Sku, Product> found = products.bySkus(wanted).stream()
                .map(LocalCatalogue::product)
                .collect(Collectors.toMap(Product::sku, Function.identity()));
        return new Products(found);
    }

    @Override
    public Products findAsService(Collection<Sku> skus) {
        return find(skus);
    }

    private static Product product(dev.abacus.inventory.product.domain.Product product) {
        return new Product(
                Sku.of(product.sku().code()),
                product.category().path(),
                product.units().worth().keySet(),
                product.active());
    }
}
