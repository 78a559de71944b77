package dev.abacus.kernel.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This handler is for the platform's own clients (operators, other services), never for a tenant's user. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlatformScope {

    /** The scope that the client's token must hold. */
    String value();
}
