package dev.abacus.function.platform;

import javax.sql.DataSource;

/** The way to everything outside the function. What is not set up answers {@link NotProvided}, naming what is missing. */
public interface Platform {

    Configuration configuration();

    Cache cache();

    Locks locks();

    /**
     * The trading data of the call's tenant: the shard that the tenant lives on, behind the guard that refuses every
     * statement which is not bound to the tenant.
     *
     * @throws NotProvided for a call without a tenant
     */
    DataSource tenantData();

    /** The HTTP door of a service, on the lane of the call. */
    ServiceClient service(String name);

    Invocations invocations();
}
