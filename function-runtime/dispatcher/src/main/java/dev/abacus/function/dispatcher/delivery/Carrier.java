package dev.abacus.function.dispatcher.delivery;

import dev.abacus.function.dispatcher.invocation.Delivery;
import io.cloudevents.CloudEvent;

/** Brings results to one kind of destination. */
public interface Carrier {

    /** The kind of deliveries that it carries. */
    String kind();

    /**
     * Returns when the other side has said that it has it.
     *
     * @throws Undeliverable when no further attempt can help
     * @throws Exception when another may; the other side may have it all the same
     */
    void carry(Delivery delivery, CloudEvent event) throws Exception;
}
