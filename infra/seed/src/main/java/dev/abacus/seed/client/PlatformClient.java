package dev.abacus.seed.client;

import java.time.Clock;
import java.util.Map;

/** A program of the platform's operator: no user, no tenant, client credentials (RFC 6749, section 4.4). */
public final class PlatformClient {

    private PlatformClient() {}

    public static Bearer of(Gateway gateway, String clientId, String secret, String scope) {
        Clock clock = Clock.systemUTC();
        Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", scope);
        return new RenewedBearer(
                () -> AccessToken.from(
                        AccessToken.grant(gateway, form, headers -> headers.setBasicAuth(clientId, secret)), clock),
                clock);
    }
}
