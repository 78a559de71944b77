package dev.abacus.inventory.api.events;

import dev.abacus.inventory.api.UnitFactor;
import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.util.List;

/**
 * A product was added or changed; this is how it stands now.
 *
 * @param version higher than in every earlier event of this product
 */
@EventType("inventory.product-changed.v1")
public record ProductChanged(
        String productId,
        String sku,
        String name,
        String category,
        String stockUnit,
        String purchaseUnit,
        String saleUnit,
        List<UnitFactor> factors,
        boolean active,
        int version)
        implements DomainEvent {

    @Override
    public String aggregate() {
        return "product-" + productId;
    }
}
