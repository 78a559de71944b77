package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives ids the names that people know: SKUs and warehouse codes. */
@Component
class Names {

    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;

    Names(ProductCatalogue products, KeepingWarehouses warehouses) {
        this.products = products;
        this.warehouses = warehouses;
    }

    Of of(Collection<ProductId> ids) {
        return new Of(products.skus(ids), warehouses.codes());
    }

    record Of(Map<ProductId, Sku> skus, Map<WarehouseId, String> codes) {

        String sku(ProductId product) {
            return skus.get(product).code();
        }

        String sku(StockKey key) {
            return sku(key.product());
        }

        String warehouse(WarehouseId id) {
            return id == null ? null : codes.get(id);
        }

        String warehouse(StockKey key) {
            return warehouse(key.warehouse());
        }
    }
}
