package dev.abacus.tenant.token.application;

import dev.abacus.tenant.authorization.SignIns;
import dev.abacus.tenant.authorization.SignedInUser;
import dev.abacus.tenant.token.domain.UserPrincipal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What tokens say: who somebody is and of which tenant, and never what he may do, since that can change before the token
 * ends. Nobody who has lost his access gets a new one, by whichever grant.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "abacus";
    static final String TENANT = "tenant";

    private final SignIns signIns;
    private final RotatingKeys keys;

    TokenClaims(SignIns signIns, RotatingKeys keys) {
        this.signIns = signIns;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.current().id());
        JwtClaimsSet.Builder claims = context.getClaims();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            // Claims are kept as JSON with their classes, and List.of's is not one that Spring Security reads back.
            claims.audience(Collections.singletonList(AUDIENCE));
        }
        Optional<UserPrincipal> principal =
                UserPrincipal.parse(context.getPrincipal().getName());
        principal.ifPresent(known -> describe(
                claims,
                context.getTokenType(),
                signIns.find(known.tenant(), known.user()).orElseThrow(TokenClaims::noLonger)));
    }

    private static void describe(JwtClaimsSet.Builder claims, OAuth2TokenType type, SignedInUser user) {
        claims.subject(user.user().toString())
                .claim(TENANT, user.tenant().toString())
                .claim(StandardClaimNames.NAME, user.name());
        if (OidcParameterNames.ID_TOKEN.equals(type.getValue())) {
            claims.claim(StandardClaimNames.PREFERRED_USERNAME, user.username());
        }
        // Tokens of the second in which he signed out everywhere do not count, so a new one is dated after it.
        claims.claims(
                all -> all.computeIfPresent("iat", (name, issued) -> later((Instant) issued, user.tokensNotBefore())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static OAuth2AuthenticationException noLonger() {
        return new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "The user no longer has access.", null));
    }
}
