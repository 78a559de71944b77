package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every permission point of the suite, by the service that checks it. Roles are made of these and nothing else. */
public final class PermissionCatalogue {

    private final Map<String, String> serviceOf = new LinkedHashMap<>();

    /** The catalogue of the suite as it was built. */
    public PermissionCatalogue() {
        add("tenant-service", dev.abacus.tenant.api.Permissions.ALL);
        add("inventory-service", dev.abacus.inventory.api.Permissions.ALL);
        add("trade-service", dev.abacus.trade.api.Permissions.ALL);
        // The runtime has no API of its own for services; what it asks of a tenant's user is this one point.
        add("function-dispatcher", List.of("function.invoke"));
    }

    private void add(String service, List<String> codes) {
        codes.forEach(code -> serviceOf.put(code, service));
    }

    /** Code to service, in the order in which people read them. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(serviceOf);
    }

    public Set<String> codes() {
        return Set.copyOf(serviceOf.keySet());
    }

    /** Those that only read. */
    public Set<String> reading() {
        return serviceOf.keySet().stream()
                .filter(code -> code.endsWith(".read"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code codes} in the order of this catalogue. */
    public List<String> sorted(Collection<String> codes) {
        return serviceOf.keySet().stream().filter(codes::contains).toList();
    }

    /** @throws UnknownPermission when one of them is no permission point of the suite */
    public void mustKnow(Collection<String> codes) {
        var unknown = new TreeSet<>(codes);
        unknown.removeAll(serviceOf.keySet());
        if (!unknown.isEmpty()) {
            throw new UnknownPermission(unknown);
        }
    }

    /** No service checks this: a role with it would promise what it does not give. */
    public static final class UnknownPermission extends DomainException {
        UnknownPermission(Set<String> codes) {
            super(
                    Kind.REFUSED,
                    "unknown-permission",
                    "There are no permissions " + codes + ".",
                    Map.of("permissions", codes));
        }
    }
}
