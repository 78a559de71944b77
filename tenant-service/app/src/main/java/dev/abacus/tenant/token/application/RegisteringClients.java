package dev.abacus.tenant.token.application;

import dev.abacus.tenant.token.application.TokenProperties.Client;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Brings the clients in the books to what the configuration says, before the first of them asks for a token. */
@Component
class RegisteringClients implements ApplicationRunner {

    private final RegisteredClientRepository clients;
    private final TokenProperties properties;
    private final PasswordEncoder secrets;

    RegisteringClients(RegisteredClientRepository clients, TokenProperties properties, PasswordEncoder secrets) {
        this.clients = clients;
        this.properties = properties;
        this.secrets = secrets;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        properties.clients().forEach(this::register);
    }

    private void register(String id, Client client) {
        RegisteredClient known = clients.findByClientId(id);
        try {
            clients.save(client(id, client, secret(client, known)));
        } catch (DuplicateKeyException e) {
            // Another process of this service starts at the same time, with the same configuration.
        }
    }

    /** Kept as it is while it fits: a new hash of the same secret would only cost time. */
    private String secret(Client client, RegisteredClient known) {
        if (client.secret() == null) {
            return null;
        }
        return known != null && secrets.matches(client.secret(), known.getClientSecret())
                ? known.getClientSecret()
                : secrets.encode(client.secret());
    }

    private RegisteredClient client(String id, Client client, String secret) {
        var registration = RegisteredClient.withId(id)
                .clientId(id)
                .clientName(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .redirectUris(uris -> uris.addAll(client.redirects()))
                .postLogoutRedirectUris(uris -> uris.addAll(client.signedOut()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        // The suite's own clients: a person who signs in has nothing to consent to.
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.accessLife())
                        .refreshTokenTimeToLive(properties.refreshLife())
                        .reuseRefreshTokens(false)
                        .build());
        if (client.signsPeopleIn()) {
            registration
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        } else {
            registration.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        return registration.build();
    }
}
