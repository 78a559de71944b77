package dev.abacus.function.alone;

import dev.abacus.function.platform.Cache;
import dev.abacus.function.platform.Configuration;
import dev.abacus.function.platform.Invocations;
import dev.abacus.function.platform.Locks;
import dev.abacus.function.platform.NotProvided;
import dev.abacus.function.platform.Platform;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.platform.TenantData;

/** The platform where there is none: settings, and a plain no to all else. */
record SettingsOnly(Configuration configuration) implements Platform {

    @Override
    public Cache cache() {
        throw missing("cache");
    }

    @Override
    public Locks locks() {
        throw missing("locks");
    }

    @Override
    public TenantData tenantData(String service) {
        throw missing("way to the data of " + service);
    }

    @Override
    public ServiceClient service(String name) {
        throw missing("way to " + name);
    }

    @Override
    public Invocations invocations() {
        throw missing("way to other functions");
    }

    private static NotProvided missing(String what) {
        return new NotProvided("this function runs alone, where there is no " + what);
    }
}
