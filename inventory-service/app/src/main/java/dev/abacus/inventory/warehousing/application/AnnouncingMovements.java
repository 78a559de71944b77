package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.api.events.StockPosted;
import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.kernel.outbox.Events;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the other services what was posted. */
@Component
class AnnouncingMovements {

    /** A message holds at most a megabyte, and a movement takes less than 300 bytes. */
    private static final int MOST = 2000;

    private final Events events;
    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;

    AnnouncingMovements(Events events, ProductCatalogue products, KeepingWarehouses warehouses) {
        this.events = events;
        this.products = products;
        this.warehouses = warehouses;
    }

    void announce(String source, String reference, List<Movement> movements) {
        Map<ProductId, Sku> skus = products.skus(
                movements.stream().map(movement -> movement.key().product()).toList());
        announce(source, reference, movements, skus, warehouses.codes());
    }

    /** For those who know the names already. */
    void announce(
            String source,
            String reference,
            List<Movement> movements,
            Map<ProductId, Sku> skus,
            Map<WarehouseId, String> codes) {
        for (int from = 0; from < movements.size(); from += MOST) {
            List<Movement> part = movements.subList(from, Math.min(from + MOST, movements.size()));
            events.publish(new StockPosted(
                    source,
                    reference,
                    part.stream().map(movement -> told(movement, skus, codes)).toList()));
        }
    }

    private static StockPosted.Movement told(
            Movement movement, Map<ProductId, Sku> skus, Map<WarehouseId, String> codes) {
        return new StockPosted.Movement(
                skus.get(movement.key().product()).code(),
                codes.get(movement.key().warehouse()),
                movement.occurredOn(),
                movement.quantity().amount(),
                movement.quantity().unit().code(),
                movement.reason().code());
    }
}
