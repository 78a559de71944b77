package dev.abacus.tenant.api;

/** The scopes that tokens of the platform's own clients may hold. No user of a tenant ever gets one. */
public final class Scopes {

    /** An operator of the platform: tenants, plans, signing keys. */
    public static final String PLATFORM_ADMIN = "platform.admin";

    /** A service of the suite that asks another for what belongs to no single user, such as access. */
    public static final String INTERNAL = "internal";

    /** tenant-service when it sets a tenant up in the other services. */
    public static final String PROVISION = "provision";

    /** The function runtime when it asks for tokens by which functions act for a tenant. */
    public static final String FUNCTIONS = "functions";

    private Scopes() {}
}
