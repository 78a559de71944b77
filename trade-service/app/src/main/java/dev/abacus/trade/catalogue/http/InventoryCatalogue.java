package dev.abacus.trade.catalogue.http;

import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.ProductsFound;
import dev.abacus.inventory.api.SkuLookup;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.security.PlatformTokens;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.InventoryUnavailable;
import dev.abacus.trade.catalogue.Product;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.catalogue.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks products up at inventory-service, many at once. */
@Component
class InventoryCatalogue implements Catalogue {

    /** What inventory takes in one lookup. */
    private static final int AT_ONCE = 500;

    private final ProductsApi products;
    private final ProductsForServices productsForServices;
    private final PlatformTokens tokens;

    InventoryCatalogue(ProductsApi products, ProductsForServices productsForServices, PlatformTokens tokens) {
        this.products = products;
        this.productsForServices = productsForServices;
        this.tokens = tokens;
    }

    @Override
    public Products find(Collection<Sku> skus) {
        return lookUp(skus, products::lookup);
    }

    @Override
    public Products findAsService(Collection<Sku> skus) {
        String tenant = TenantContext.require().toString();
        return lookUp(skus, lookup -> productsForServices.lookup(tenant, "Bearer " + tokens.current(), lookup));
    }

    private static Products lookUp(Collection<Sku> skus, Function<SkuLookup, ProductsFound> lookup) {
        List<String> codes = skus.stream().map(Sku::code).distinct().toList();
        Map<Sku, Product> found = new HashMap<>();
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            var some = new SkuLookup(codes.subList(from, Math.min(from + AT_ONCE, codes.size())));
            InventoryUnavailable.unless(() -> lookup.apply(some))
                    .products()
                    .forEach(view -> found.put(Sku.of(view.sku()), product(view)));
        }
        return new Products(found);
    }

    private static Product product(ProductView view) {
        return new Product(
                Sku.of(view.sku()),
                view.category(),
                view.factors().stream().map(factor -> Unit.of(factor.unit())).collect(Collectors.toSet()),
                view.active());
    }
}
