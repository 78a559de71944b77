package dev.abacus.kernel.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a tenant's user needs for this handler. One permission point is one use case, and a write's point
 * is what the business timeline calls it.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PermissionPoint {

    /** {@code resource.verb}, such as {@code sales-order.place}. */
    String value();
}
