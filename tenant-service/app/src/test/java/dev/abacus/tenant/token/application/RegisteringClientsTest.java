package dev.abacus.tenant.token.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.tenant.token.application.TokenProperties.Client;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

class RegisteringClientsTest {

    private final Books books = new Books();
    private final PasswordEncoder secrets = new BCryptPasswordEncoder(4);

    private static final class Books implements RegisteredClientRepository {
        private final Map<String, RegisteredClient> byId = new HashMap<>();

        @Override
        public void save(RegisteredClient client) {
            byId.put(client.getClientId(), client);
        }

        @Override
        public RegisteredClient findById(String id) {
            return byId.get(id);
        }

        @Override
        public RegisteredClient findByClientId(String clientId) {
            return byId.get(clientId);
        }
    }

    private RegisteredClient start(Client configured) {
        var properties = new TokenProperties(
                "unused",
                Duration.ofMinutes(5),
                Duration.ofHours(12),
                Duration.ofDays(30),
                Duration.ZERO,
                "/",
                Map.of("it", configured));
        new RegisteringClients(books, properties, secrets).run(null);
        return books.findByClientId("it");
    }

    private static Client service(String secret, String... scopes) {
        return new Client(secret, List.of(scopes), List.of(), List.of());
    }

    private static Client people(String secret) {
        return new Client(secret, List.of("openid"), List.of("https://app.example/back"), List.of());
    }

    @Test
    void a_service_acts_for_itself_only() {
        RegisteredClient client = start(service("secret", "internal"));

        assertThat(client.getAuthorizationGrantTypes()).containsExactly(AuthorizationGrantType.CLIENT_CREDENTIALS);
        assertThat(client.getScopes()).containsExactly("internal");
        assertThat(secrets.matches("secret", client.getClientSecret())).isTrue();
    }

    @Test
    void a_client_for_people_never_acts_for_itself_and_proves_possession_of_its_code() {
        RegisteredClient client = start(people("secret"));

        assertThat(client.getAuthorizationGrantTypes())
                .containsExactlyInAnyOrder(
                        AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN);
        assertThat(client.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(client.getTokenSettings().isReuseRefreshTokens()).isFalse();
        assertThat(client.getTokenSettings().getAccessTokenTimeToLive()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_program_without_a_secret_is_public() {
        RegisteredClient client = start(people(null));

        assertThat(client.getClientAuthenticationMethods()).containsExactly(ClientAuthenticationMethod.NONE);
        assertThat(client.getClientSecret()).isNull();
    }

    @Test
    void the_next_start_keeps_the_hash_of_the_same_secret() {
        String hash = start(service("secret", "internal")).getClientSecret();

        assertThat(start(service("secret", "internal")).getClientSecret()).isEqualTo(hash);
    }

    @Test
    void the_next_start_brings_what_the_configuration_changed() {
        start(service("secret", "internal"));

        RegisteredClient changed = start(service("another", "internal", "provision"));

        assertThat(secrets.matches("another", changed.getClientSecret())).isTrue();
        assertThat(secrets.matches("secret", changed.getClientSecret())).isFalse();
        assertThat(changed.getScopes()).containsExactlyInAnyOrder("internal", "provision");
    }
}
