package dev.abacus.tenant.token.application;

import dev.abacus.tenant.api.Scopes;
import dev.abacus.tenant.tenancy.Neighbours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/** Signs what this service asks of its neighbours during a set-up: the issuer need not ask itself for a token. */
@Configuration(proxyBeanMethods = false)
class OwnTokens {

    private static final Duration LIFE = Duration.ofMinutes(1);

    @Bean
    RestClientHttpServiceGroupConfigurer provisioningToken(
            JwtEncoder encoder,
            RotatingKeys keys,
            Clock clock,
            @Value("${abacus.auth.issuer}") String issuer,
            @Value("${spring.application.name}") String self) {
        return groups -> groups.filterByName(Neighbours.SERVICES.toArray(String[]::new))
                .forEachClient((group, client) -> client.requestInterceptor((request, body, execution) -> {
                    String token = encoder.encode(JwtEncoderParameters.from(
                                    JwsHeader.with(SignatureAlgorithm.RS256)
                                            .keyId(keys.current().id())
                                            .build(),
                                    claims(issuer, self, clock.instant())))
                            .getTokenValue();
                    request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
                    return execution.execute(request, body);
                }));
    }

    private static JwtClaimsSet claims(String issuer, String self, Instant now) {
        return JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(self)
                .audience(List.of(TokenClaims.AUDIENCE))
                .claim("scope", List.of(Scopes.PROVISION))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .build();
    }
}
