package dev.abacus.trade.testing;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.Access.TenantStatus;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.trade.api.Permissions;
import java.time.Instant;
import java.util.HashSet;
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

    /** Drafts, places and receives; may do everything but approve purchase orders. */
    public static final long CLERK = 7;

    /** May do everything. */
    public static final long BOSS = 8;

    /** From here on, each user lacks the permission of his number. */
    private static final long LACKING = 1000;

    /** The token of a user of {@code tenant}. */
    public static String user(TenantId tenant, long user) {
        return "user-" + tenant + "-" + user;
    }

    /** The token of a user who may do everything but this. */
    public static String userWithout(TenantId tenant, String permission) {
        return user(tenant, LACKING + Permissions.ALL.indexOf(permission));
    }

    /** The token of a platform client with one scope. */
    public static String platform(String scope) {
        return "platform-" + scope;
    }

    @Bean
    JwtDecoder wordsAsTokens() {
        return word -> {
            String[] parts = word.split("-");
            return parts[0].equals("platform")
                    ? jwt(word)
                            .subject("test")
                            .claim("scope", List.of(parts[1]))
                            .build()
                    : jwt(word).subject(parts[2]).claim("tenant", parts[1]).build();
        };
    }

    @Bean
    AccessDirectory clerksAndBosses() {
        return (tenant, user) ->
                Optional.of(new Access(1, TenantStatus.ACTIVE, true, permissions(user.value()), Instant.EPOCH, 1000));
    }

    private static Set<String> permissions(long user) {
        Set<String> permissions = new HashSet<>(Permissions.ALL);
        if (user == CLERK) {
            permissions.remove(Permissions.PURCHASE_ORDER_APPROVE);
        } else if (user >= LACKING) {
            permissions.remove(Permissions.ALL.get(Math.toIntExact(user - LACKING)));
        }
        return permissions;
    }

    private static Jwt.Builder jwt(String word) {
        Instant now = Instant.now();
        return Jwt.withTokenValue(word).header("alg", "none").issuedAt(now).expiresAt(now.plusSeconds(60));
    }
}
