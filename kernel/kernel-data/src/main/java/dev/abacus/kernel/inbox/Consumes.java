package dev.abacus.kernel.inbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean's method as a consumer of the one event type that it takes. It runs in the event's tenant and inside a
 * local transaction that also holds the inbox row, so it has one effect however often the event arrives (I9); what it
 * throws is retried with back-off and, in the end, kept as a dead letter. Events of one aggregate arrive in order.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Consumes {

    /** The consumer's stable name, {@code service.purpose}; the inbox keeps its rows by it. */
    String consumer();
}
