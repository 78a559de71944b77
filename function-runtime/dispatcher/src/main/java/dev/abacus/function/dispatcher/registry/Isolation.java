package dev.abacus.function.dispatcher.registry;

/** Who shares a process. */
public enum Isolation {
    /** All tenants: for the platform's own code, which keeps them apart itself. */
    SHARED,
    /** One process for each version and tenant: for code that tenants bring. A class loader is no boundary. */
    TENANT
}
