package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The order's stock is tried but neither confirmed nor given back: what comes next must wait for that. */
public final class ReservationPending extends DomainException {

    public ReservationPending(String order) {
        super(
                Kind.CONFLICT,
                "reservation-pending",
                "The reservation for order " + order + " is not settled yet; try again",
                Map.of("orderId", order));
    }
}
