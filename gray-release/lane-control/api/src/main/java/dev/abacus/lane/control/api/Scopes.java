package dev.abacus.lane.control.api;

/** The scopes that lane-control asks for. No user of a tenant ever gets one. */
public final class Scopes {

    /** An operator of the platform: lanes, the kill switch, session keys. */
    public static final String PLATFORM_ADMIN = "platform.admin";

    /** A process of the suite that reports what it does on which lane. */
    public static final String LANES = "lanes";

    private Scopes() {}
}
