package dev.abacus.bff.catalogue;

import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.StockApi;
import dev.abacus.inventory.api.StockLevelView;
import dev.abacus.inventory.api.StockLookup;
import dev.abacus.inventory.api.WarehouseView;
import dev.abacus.inventory.api.WarehousesApi;
import dev.abacus.kernel.web.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Products and where they are. */
@Controller
class ProductQueries {

    /** What inventory-service takes in one look-up. */
    private static final int AT_ONCE = 500;

    private final ProductsApi products;
    private final StockApi stock;
    private final WarehousesApi warehouses;
    private final CachedProducts cached;

    ProductQueries(ProductsApi products, StockApi stock, WarehousesApi warehouses, CachedProducts cached) {
        this.products = products;
        this.stock = stock;
        this.warehouses = warehouses;
        this.cached = cached;
    }

    @QueryMapping
    Slice<ProductView> products(
            @Argument String search,
            @Argument String category,
            @Argument Boolean active,
            @Argument int first,
            @Argument String after) {
        Slice<ProductView> found = products.list(search, category, active, first, after);
        cached.remember(found.items());
        return found;
    }

    @QueryMapping
    ProductView product(@Argument String sku) {
        return cached.bySku(Set.of(sku)).get(sku);
    }

    @QueryMapping
    List<WarehouseView> warehouses() {
        return warehouses.all();
    }

    /** The stock of a whole page of products by one call. */
    @BatchMapping(typeName = "Product", maxBatchSize = AT_ONCE)
    Map<ProductView, List<StockLevelView>> stock(Set<ProductView> page) {
        List<String> skus = page.stream().map(ProductView::sku).toList();
        Map<String, List<StockLevelView>> levels =
                stock.lookup(new StockLookup(skus, null)).stream().collect(Collectors.groupingBy(StockLevelView::sku));
        return page.stream()
                .collect(Collectors.toMap(
                        Function.identity(), product -> levels.getOrDefault(product.sku(), List.of())));
    }
}
