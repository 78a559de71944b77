package dev.abacus.inventory.product.application;

import dev.abacus.inventory.api.UnitFactor;
import dev.abacus.inventory.api.events.ProductChanged;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.kernel.outbox.Events;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the other services how a product stands after a change. */
@Component
class ProductAnnouncements {

    private final Events events;

    ProductAnnouncements(Events events) {
        this.events = events;
    }

    void announce(Collection<Product> products) {
        products.forEach(product -> events.publish(event(product)));
    }

    private static ProductChanged event(Product product) {
        return new ProductChanged(
                product.id().toString(),
                product.sku().code(),
                product.name(),
                product.category().path(),
                product.stockUnit().code(),
                product.purchaseUnit().code(),
                product.saleUnit().code(),
                factors(product),
                product.active(),
                product.version());
    }

    private static List<UnitFactor> factors(Product product) {
        return product.units().worth().entrySet().stream()
                .map(e -> new UnitFactor(
                        e.getKey().code(),
                        e.getValue().numerator(),
                        e.getValue().denominator()))
                .toList();
    }
}
