package dev.abacus.tenant.token.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.Permissions;
import dev.abacus.tenant.tenancy.TenantDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;

/**
 * Tokens by which a function of the platform acts for one tenant: with the permission points that it was deployed with and no
 * others, for two minutes. Nobody's rights are governed by a function: points that write users or roles are in none.
 */
@Service
public class FunctionTokens {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final String READING = ".read";

    private final TenantDirectory tenants;
    private final JwtEncoder encoder;
    private final RotatingKeys keys;
    private final Clock clock;
    private final String issuer;

    FunctionTokens(
            TenantDirectory tenants,
            JwtEncoder encoder,
            RotatingKeys keys,
            Clock clock,
            @Value("${abacus.auth.issuer}") String issuer) {
        this.tenants = tenants;
        this.encoder = encoder;
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    public record Issued(String token, Instant expiresAt) {}

    /** @throws DomainException of kind NOT_FOUND for a tenant that there is not, REFUSED for a point that governs rights */
    public Issued issue(TenantId tenant, String function, Set<String> permissions) {
        if (tenants.profile(tenant).isEmpty()) {
            throw new NotFound("tenant", tenant);
        }
        permissions.stream()
                .filter(point -> Permissions.ALL.contains(point) && !point.endsWith(READING))
                .findAny()
                .ifPresent(point -> {
                    throw new DomainException(
                            Kind.REFUSED,
                            "not-for-functions",
                            "No function acts with the permission " + point + ".",
                            Map.of("permission", point));
                });
        Instant now = clock.instant();
        Instant end = now.plus(LIFE);
        var header = JwsHeader.with(SignatureAlgorithm.RS256)
                .keyId(keys.current().id())
                .build();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject("function:" + function)
                .audience(List.of(TokenClaims.AUDIENCE))
                .claim(TokenClaims.TENANT, tenant.toString())
                .claim("function", function)
                .claim("permissions", permissions.stream().sorted().toList())
                .issuedAt(now)
                .expiresAt(end)
                .id(UUID.randomUUID().toString())
                .build();
        return new Issued(
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), end);
    }
}
