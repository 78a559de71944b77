package dev.abacus.function.dispatcher.registry;

/** Who may call a function from outside. */
public enum Access {
    /** Users of tenants, each for their own tenant, with the permission point {@code function.invoke}. */
    TENANT,
    /** The platform's operators and programs only. */
    PLATFORM
}
