package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** An order holds one reservation at a time: a second one is a repeat that must not count twice. */
public final class OrderAlreadyReserved extends DomainException {

    public OrderAlreadyReserved(String order) {
        super(
                Kind.CONFLICT,
                "order-already-reserved",
                "Stock is reserved for order " + order + " already",
                Map.of("orderId", order));
    }
}
