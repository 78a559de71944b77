package dev.abacus.function.dispatcher.platform;

import dev.abacus.kernel.security.PlatformTokens;
import dev.abacus.kernel.security.SecurityProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Tokens by which a function acts for a tenant at one service, from tenant-service, which issues them to this runtime alone. They never
 * leave it: a worker does not see them.
 */
@Component
class ActingTokens {

    private static final Duration SPARE = Duration.ofSeconds(30);

    private final RestClient tenantService;
    private final Clock clock;
    private final Map<Wish, Issued> kept = new ConcurrentHashMap<>();

    ActingTokens(RestClient.Builder clients, SecurityProperties properties, Clock clock) {
        this.clock = clock;
        var own = new PlatformTokens(
                properties.url() + "/oauth2/token", properties.clientId(), properties.clientSecret(), "functions");
        tenantService = clients.clone()
                .baseUrl(properties.url())
                .requestInterceptor(own.asInterceptor())
                .build();
    }

    private record Wish(String tenant, String function, Set<String> permissions) {}

    private record Issued(String token, Instant expiresAt) {}

    String token(String tenant, String function, Set<String> permissions) {
        Instant soon = clock.instant().plus(SPARE);
        kept.values().removeIf(issued -> issued.expiresAt().isBefore(soon));
        return kept.computeIfAbsent(new Wish(tenant, function, permissions), this::issued)
                .token();
    }

    private Issued issued(Wish wish) {
        return tenantService
                .post()
                .uri("/internal/function-tokens")
                .body(wish)
                .retrieve()
                .body(Issued.class);
    }
}
