package dev.abacus.kernel.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean's method without parameters as a job that is run for every tenant, in its context and on its lane, at each
 * time of a cron expression (UTC). It runs once for each tenant and time, whichever and however many instances there are;
 * again only when it failed or its process died, so what it does must stand a repeat. A time that was missed, because
 * nothing ran then, is made up for within a day.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TenantJob {

    /** The job's stable name, {@code service.purpose}; claims are kept by it. */
    String name();

    /** Six fields, seconds first; may be a {@code ${placeholder}}, and {@code -} switches the job off. */
    String cron();
}
