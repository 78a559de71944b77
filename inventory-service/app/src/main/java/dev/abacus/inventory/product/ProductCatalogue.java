package dev.abacus.inventory.product;

import java.util.Collection;
import java.util.Map;

/** The current tenant's products, for the modules that move them. */
public interface ProductCatalogue {

    /**
     * @return an item for each of {@code skus}
     * @throws UnknownSkus when some name no product
     */
    Map<Sku, StockItem> require(Collection<Sku> skus);

    /** The items that exist; unknown SKUs are left out. */
    Map<Sku, StockItem> find(Collection<Sku> skus);

    /** The SKUs of products by their ids. */
    Map<ProductId, Sku> skus(Collection<ProductId> ids);
}
