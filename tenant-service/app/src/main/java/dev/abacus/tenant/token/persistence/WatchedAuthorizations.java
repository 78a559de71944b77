package dev.abacus.tenant.token.persistence;

import dev.abacus.tenant.authorization.SignInsEnded;
import dev.abacus.tenant.token.domain.UserPrincipal;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers each refresh token that was used up. One that comes again was stolen, or its successor was: then nobody can
 * tell the thief from the owner, and the whole sign-in ends (RFC 9700, 4.14).
 */
class WatchedAuthorizations implements OAuth2AuthorizationService {

    private static final Logger log = LoggerFactory.getLogger(WatchedAuthorizations.class);

    private final OAuth2AuthorizationService authorizations;
    private final UsedRefreshTokens used;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    WatchedAuthorizations(
            OAuth2AuthorizationService authorizations,
            UsedRefreshTokens used,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.authorizations = authorizations;
        this.used = used;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        transactions.executeWithoutResult(status -> {
            Optional<String> before = refreshTokenInBooks(authorization.getId());
            authorizations.save(authorization);
            before.filter(token -> !Objects.equals(token, refreshToken(authorization)))
                    .ifPresent(token -> used.remember(token, authorization.getId()));
        });
    }

    private Optional<String> refreshTokenInBooks(String id) {
        return jdbc
                .sql("SELECT refresh_token_value FROM oauth2_authorization WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String refreshToken(OAuth2Authorization authorization) {
        var token = authorization.getRefreshToken();
        return token == null ? null : token.getToken().getTokenValue();
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        OAuth2Authorization found = authorizations.findByToken(token, type);
        if (found == null && (type == null || OAuth2TokenType.REFRESH_TOKEN.equals(type))) {
            used.suspicious(token).ifPresent(this::end);
        }
        return found;
    }

    private void end(String authorization) {
        OAuth2Authorization stolen = authorizations.findById(authorization);
        if (stolen != null) {
            log.warn("a used refresh token of {} came again: its sign-in ends", stolen.getPrincipalName());
            authorizations.remove(stolen);
        }
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return authorizations.findById(id);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        authorizations.remove(authorization);
    }

    /** Runs in the transaction of the change that ended them. */
    @EventListener
    void endAll(SignInsEnded ended) {
        String principal = new UserPrincipal(ended.tenant(), ended.user()).name();
        jdbc.sql("DELETE FROM oauth2_authorization WHERE principal_name = ?")
                .param(principal)
                .update();
        jdbc.sql("DELETE FROM tenant_session WHERE principal_name = ?")
                .param(principal)
                .update();
    }
}
