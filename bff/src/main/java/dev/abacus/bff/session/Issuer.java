package dev.abacus.bff.session;

import dev.abacus.kernel.security.SecurityProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The issuer of tokens as we know it: browsers reach it through the gateway, we reach it directly. */
@Configuration(proxyBeanMethods = false)
class Issuer {

    static final String REGISTRATION = "abacus";

    @Bean
    ClientRegistrationRepository issuers(
            SessionProperties session, SecurityProperties inside, @Value("${abacus.auth.issuer}") String issuer) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(session.clientId())
                .clientSecret(session.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope("openid", "profile")
                .redirectUri(session.publicUrl() + "/login/oauth2/code/" + REGISTRATION)
                .issuerUri(issuer)
                .authorizationUri(session.publicUrl() + "/oauth2/authorize")
                .tokenUri(inside.url() + "/oauth2/token")
                .jwkSetUri(inside.url() + "/oauth2/jwks")
                .userNameAttributeName("sub")
                .build());
    }
}
