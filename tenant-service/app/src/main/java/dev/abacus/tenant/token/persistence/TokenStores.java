package dev.abacus.tenant.token.persistence;

import dev.abacus.tenant.token.application.TokenProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionOperations;

/** Where clients, sign-ins and consents are kept: in the database, so that a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
class TokenStores {

    @Bean
    RegisteredClientRepository clients(JdbcOperations jdbc) {
        return new JdbcRegisteredClientRepository(jdbc);
    }

    @Bean
    UsedRefreshTokens usedRefreshTokens(JdbcClient jdbc, Clock clock, TokenProperties properties) {
        return new UsedRefreshTokens(jdbc, clock, properties.reuseGrace());
    }

    @Bean
    WatchedAuthorizations authorizations(
            JdbcOperations operations,
            RegisteredClientRepository clients,
            UsedRefreshTokens used,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        return new WatchedAuthorizations(
                new JdbcOAuth2AuthorizationService(operations, clients), used, jdbc, transactions);
    }

    @Bean
    OAuth2AuthorizationConsentService consents(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }
}
