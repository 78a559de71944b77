package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks: a user of a tenant, a function that acts for one, or a client of the platform itself.
 *
 * @param tenant the user's tenant; {@code null} for a platform client
 * @param userId {@code null} for a platform client
 * @param name for people to read: the user's name or the client's id
 * @param permissions a user's permission points, or a platform client's scopes
 */
public record Caller(TenantId tenant, UserId userId, String name, Set<String> permissions) implements Principal {

    /** Stands for the functions that act for a tenant. No person ever has this id. */
    public static final UserId FUNCTIONS = new UserId(1);

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public static Caller user(TenantId tenant, UserId user, String name, Set<String> permissions) {
        return new Caller(tenant, user, name, permissions);
    }

    public static Caller platform(String client, Set<String> scopes) {
        return new Caller(null, null, client, scopes);
    }

    /** The caller of the current request, if there is one. */
    public static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** @throws DomainException when nobody is signed in, as in a message consumer */
    public static Caller current() {
        return find().orElseThrow(() ->
                new DomainException(DomainException.Kind.FORBIDDEN, "no-caller", "Nobody is signed in for this."));
    }

    public boolean isPlatform() {
        return tenant == null;
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    @Override
    public String getName() {
        return name;
    }
}
