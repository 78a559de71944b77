package dev.abacus.kernel.security;

import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** A verified token, with what its bearer may do now. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient Jwt token;
    private final transient Access access;

    /** @param access {@code null} for a platform client */
    public CallerAuthentication(Caller caller, Jwt token, Access access) {
        super(AuthorityUtils.createAuthorityList(caller.permissions()));
        this.caller = caller;
        this.token = token;
        this.access = access;
        setAuthenticated(true);
    }

    /** The token of the current request, to be passed on to the next service. */
    public static Optional<String> currentToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                ? Optional.of(caller.token.getTokenValue())
                : Optional.empty();
    }

    public Optional<Access> access() {
        return Optional.ofNullable(access);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return token;
    }
}
