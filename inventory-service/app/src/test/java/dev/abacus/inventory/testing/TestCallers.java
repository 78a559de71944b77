package dev.abacus.inventory.testing;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.Access.TenantStatus;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Takes a plain word for a token, so that a test says in its request who asks. Real tokens are the kernel's matter. */
@TestConfiguration(proxyBeanMethods = false)
public class TestCallers {

    private static final String PLATFORM = "platform-";

    /** The token of a user who may do everything in {@code tenant}. */
    public static String user(TenantId tenant) {
        return "user-" + tenant;
    }

    /** The token of a platform client with one scope. */
    public static String platform(String scope) {
        return PLATFORM + scope;
    }

    @Bean
    JwtDecoder wordsAsTokens() {
        return word -> word.startsWith(PLATFORM)
                ? jwt(word)
                        .subject("test")
                        .claim("scope", List.of(word.substring(PLATFORM.length())))
                        .build()
                : jwt(word)
                        .subject("7")
                        .claim("tenant", word.substring("user-".length()))
                        .build();
    }

    @Bean
    AccessDirectory everybodyMayDoEverything() {
        return (tenant, user) ->
                Optional.of(new Access(1, TenantStatus.ACTIVE, true, Set.copyOf(Permissions.ALL), Instant.EPOCH, 1000));
    }

    private static Jwt.Builder jwt(String word) {
        Instant now = Instant.now();
        return Jwt.withTokenValue(word).header("alg", "none").issuedAt(now).expiresAt(now.plusSeconds(60));
    }
}
