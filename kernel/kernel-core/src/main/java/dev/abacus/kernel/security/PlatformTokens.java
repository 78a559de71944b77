package dev.abacus.kernel.security;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** This service's own tokens, for calls that it makes as itself and not for a user. Kept until shortly before they end. */
public final class PlatformTokens {

    private static final String SELF = "self";

    private final OAuth2AuthorizedClientManager manager;

    public PlatformTokens(String tokenUri, String clientId, String clientSecret, String... scopes) {
        var self = ClientRegistration.withRegistrationId(SELF)
                .tokenUri(tokenUri)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope(scopes)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
        var registrations = new InMemoryClientRegistrationRepository(self);
        var clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        clients.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        manager = clients;
    }

    /** @throws org.springframework.security.oauth2.core.OAuth2AuthorizationException when no token can be had */
    public String current() {
        var client = manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(SELF)
                .principal(SELF)
                .build());
        if (client == null) {
            throw new IllegalStateException("no token for this service");
        }
        return client.getAccessToken().getTokenValue();
    }

    /** Makes a client's calls carry this service's own token. */
    public ClientHttpRequestInterceptor asInterceptor() {
        return (request, body, execution) -> {
            request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + current());
            return execution.execute(request, body);
        };
    }
}
