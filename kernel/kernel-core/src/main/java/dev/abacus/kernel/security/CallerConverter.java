package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Turns a verified token into a caller, asking what he may do now instead of believing what he could do then. */
public final class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    static final String TENANT_CLAIM = "tenant";

    /** The name of a function of the platform that acts for the tenant; it may do what the token says, and is no person. */
    static final String FUNCTION_CLAIM = "function";

    static final String PERMISSIONS_CLAIM = "permissions";

    private final AccessDirectory directory;

    public CallerConverter(AccessDirectory directory) {
        this.directory = directory;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        if (!token.hasClaim(TENANT_CLAIM)) {
            return platformClient(token);
        }
        return token.hasClaim(FUNCTION_CLAIM) ? function(token) : user(token);
    }

    private AbstractAuthenticationToken user(Jwt token) {
        TenantId tenant;
        UserId user;
        try {
            tenant = TenantId.valueOf(token.getClaimAsString(TENANT_CLAIM));
            user = UserId.valueOf(token.getSubject());
        } catch (InvalidValue e) {
            throw new InvalidBearerTokenException("The token names no tenant or user");
        }
        if (user.equals(Caller.FUNCTIONS)) {
            throw new InvalidBearerTokenException("The token names no function");
        }
        Access access = access(tenant, user);
        if (token.getIssuedAt() == null || token.getIssuedAt().isBefore(access.tokensNotBefore())) {
            throw new InvalidBearerTokenException("The user has signed out of this token");
        }
        String name = token.getClaimAsString("name");
        Caller caller = Caller.user(tenant, user, name == null ? user.toString() : name, access.permissions());
        return new CallerAuthentication(caller, token, access);
    }

    /** Whether the tenant may work is asked now, as for a user; what the function may do there was agreed on when it was deployed. */
    private AbstractAuthenticationToken function(Jwt token) {
        TenantId tenant;
        try {
            tenant = TenantId.valueOf(token.getClaimAsString(TENANT_CLAIM));
        } catch (InvalidValue e) {
            throw new InvalidBearerTokenException("The token names no tenant");
        }
        Access access = access(tenant, Caller.FUNCTIONS);
        var permissions = token.getClaimAsStringList(PERMISSIONS_CLAIM);
        Caller caller = Caller.user(
                tenant,
                Caller.FUNCTIONS,
                "function " + token.getClaimAsString(FUNCTION_CLAIM),
                permissions == null ? Set.of() : Set.copyOf(permissions));
        return new CallerAuthentication(caller, token, access);
    }

    private Access access(TenantId tenant, UserId user) {
        return directory
                .find(tenant, user)
                .filter(Access::active)
                .orElseThrow(() -> new InvalidBearerTokenException("The user no longer has access"));
    }

    private AbstractAuthenticationToken platformClient(Jwt token) {
        var scopes = token.getClaimAsStringList("scope");
        Caller caller = Caller.platform(token.getSubject(), scopes == null ? Set.of() : Set.copyOf(scopes));
        return new CallerAuthentication(caller, token, null);
    }
}
