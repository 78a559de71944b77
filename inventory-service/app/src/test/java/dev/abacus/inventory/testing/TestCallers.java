package dev.abacus.inventory.testing;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.Access.TenantStatus;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
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

    private static final String PLATFORM = "platform-";

    /** The user who may do everything. */
    private static final int ALL = 7;

    /** From here on, a user's number says which permission he lacks. */
    private static final int LESS = 100;

    /** The token of a user who may do everything in {@code tenant}. */
    public static String user(TenantId tenant) {
        return "user-" + tenant + "-" + ALL;
    }

    /** The token of a user who may do everything in {@code tenant} but this. */
    public static String userWithout(TenantId tenant, String permission) {
        return "user-" + tenant + "-" + (LESS + Permissions.ALL.indexOf(permission));
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
                        .subject(word.split("-")[2])
                        .claim("tenant", word.split("-")[1])
                        .build();
    }

    @Bean
    AccessDirectory accessByUserNumber() {
        return (tenant, user) ->
                Optional.of(new Access(1, TenantStatus.ACTIVE, true, permissions(user), Instant.EPOCH, 1000));
    }

    private static Set<String> permissions(UserId user) {
        Set<String> permissions = new HashSet<>(Permissions.ALL);
        if (user.value() >= LESS) {
            permissions.remove(Permissions.ALL.get((int) user.value() - LESS));
        }
        return permissions;
    }

    private static Jwt.Builder jwt(String word) {
        Instant now = Instant.now();
        return Jwt.withTokenValue(word).header("alg", "none").issuedAt(now).expiresAt(now.plusSeconds(60));
    }
}
