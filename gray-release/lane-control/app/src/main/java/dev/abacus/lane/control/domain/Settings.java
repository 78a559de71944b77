package dev.abacus.lane.control.domain;

import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What operators say of a lane.
 *
 * @param frontEnd null for the baseline's pages
 */
public record Settings(
        boolean strict,
        Set<String> services,
        TenantIds tenants,
        TenantIds denied,
        int basisPoints,
        Window window,
        String frontEnd) {

    public Settings {
        services = Set.copyOf(services);
    }

    public Settings withService(String service) {
        var more = new TreeSet<>(services);
        more.add(service);
        return new Settings(strict, more, tenants, denied, basisPoints, window, frontEnd);
    }

    public Settings withTenants(TenantIds add, TenantIds remove) {
        return new Settings(strict, services, changed(tenants, add, remove), denied, basisPoints, window, frontEnd);
    }

    public Settings withDenied(TenantIds add, TenantIds remove) {
        return new Settings(strict, services, tenants, changed(denied, add, remove), basisPoints, window, frontEnd);
    }

    public Settings withBasisPoints(int share) {
        return new Settings(strict, services, tenants, denied, share, window, frontEnd);
    }

    public Settings withWindow(Window other) {
        return new Settings(strict, services, tenants, denied, basisPoints, other, frontEnd);
    }

    public Settings withStrict(boolean fails) {
        return new Settings(fails, services, tenants, denied, basisPoints, window, frontEnd);
    }

    public Settings withFrontEnd(String build) {
        return new Settings(strict, services, tenants, denied, basisPoints, window, build);
    }

    private static TenantIds changed(TenantIds some, TenantIds add, TenantIds remove) {
        LongStream.Builder kept = LongStream.builder();
        some.forEach(tenant -> {
            if (!remove.contains(tenant)) {
                kept.add(tenant);
            }
        });
        add.forEach(kept::add);
        return TenantIds.of(kept.build().toArray());
    }

    /** For the audit: everything in one line, of the lists only how long they are. */
    public String summary() {
        return "services=" + new TreeSet<>(services) + " tenants=" + tenants.size() + " denied=" + denied.size()
                + " percentage=" + basisPoints / 100.0 + " window=" + window.from() + ".." + window.until()
                + " strict=" + strict + " frontEnd=" + frontEnd;
    }
}
