package dev.abacus.function.platform;

/** The way to everything outside the function. What is not set up answers {@link NotProvided}, naming what is missing. */
public interface Platform {

    Configuration configuration();

    Cache cache();

    Locks locks();

    /**
     * What the service holds for the call's tenant, to be read. For many rows; a thing or two is asked of {@link #service}.
     *
     * @throws NotProvided when function.yaml does not list the service with {@code data: true}, or the call has no tenant: at the
     *     first query
     */
    TenantData tenantData(String service);

    /** The HTTP door of a service, on the lane of the call. */
    ServiceClient service(String name);

    Invocations invocations();
}
