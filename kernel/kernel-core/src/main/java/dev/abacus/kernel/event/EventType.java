package dev.abacus.kernel.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable name of an event on the wire: {@code service.event-name.vN}. The part before the first dot is the topic.
 * A record only grows optional components under one name; anything else is a new version.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    String value();
}
