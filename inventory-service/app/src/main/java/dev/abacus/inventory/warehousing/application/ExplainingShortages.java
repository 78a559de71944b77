package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.NotEnoughStock;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.domain.InsufficientStock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in SKUs and codes what stock says in ids. */
@Component
class ExplainingShortages {

    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;

    ExplainingShortages(ProductCatalogue products, KeepingWarehouses warehouses) {
        this.products = products;
        this.warehouses = warehouses;
    }

    InsufficientStock explain(NotEnoughStock refusal) {
        Map<ProductId, Sku> skus = products.skus(
                refusal.shortages().stream().map(s -> s.key().product()).toList());
        Map<WarehouseId, String> codes = warehouses.codes();
        return new InsufficientStock(refusal.shortages().stream()
                .map(shortage -> new InsufficientStock.Line(
                        skus.get(shortage.key().product()).code(),
                        codes.get(shortage.key().warehouse()),
                        shortage.wanted(),
                        shortage.available()))
                .toList());
    }
}
