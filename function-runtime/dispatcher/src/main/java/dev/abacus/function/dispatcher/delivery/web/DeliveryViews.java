package dev.abacus.function.dispatcher.delivery.web;

import dev.abacus.function.dispatcher.delivery.DeliveryState;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.util.Optional;

/** Deliveries, to be looked at. */
public interface DeliveryViews {

    Optional<DeliveryView> find(String function, long id);

    /**
     * The latest first.
     *
     * @param state null for all
     */
    Slice<DeliveryView> list(String function, DeliveryState state, PageRequest page);
}
