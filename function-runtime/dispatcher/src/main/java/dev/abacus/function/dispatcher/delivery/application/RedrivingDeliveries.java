package dev.abacus.function.dispatcher.delivery.application;

import dev.abacus.function.dispatcher.delivery.DeliveryQueue;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Begins deliveries anew that were given up, with all their attempts before them. */
@Component
public class RedrivingDeliveries {

    private final DeliveryQueue queue;
    private final Clock clock;

    RedrivingDeliveries(DeliveryQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** @throws DomainException of kind CONFLICT when it is not given up, or not any more: asked twice, it goes once */
    public void redrive(String function, long id) {
        if (!queue.redrive(function, id, clock.instant())) {
            throw new DomainException(
                    Kind.CONFLICT, "no-dead-delivery", "Delivery " + id + " of " + function + " is not given up.");
        }
    }
}
