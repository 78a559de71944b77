package dev.abacus.kernel.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tokens come from and who this service is.
 *
 * @param url base URL of tenant-service, which issues tokens and knows access
 * @param clientId this service's own client at the token issuer
 * @param clientSecret its secret; there is no default outside the dev profile
 */
@ConfigurationProperties("abacus.auth")
public record SecurityProperties(
        @DefaultValue("http://127.0.0.1:8101") String url, String clientId, @DefaultValue("") String clientSecret) {}
