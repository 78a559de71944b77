package dev.abacus.bff.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How sessions are.
 *
 * @param publicUrl where browsers see the suite: the gateway
 * @param clientId the client at the issuer by which people sign in
 * @param key 256 bits in Base64, by which what is kept of a session is sealed; no default outside the dev profile
 * @param idle how long a session lives without a request
 * @param longest how long it lives at most
 * @param secure whether the cookie travels over TLS only; off in the dev profile alone
 */
@ConfigurationProperties("abacus.session")
record SessionProperties(
        String publicUrl,
        String clientId,
        String clientSecret,
        String key,
        Duration idle,
        Duration longest,
        boolean secure) {}
