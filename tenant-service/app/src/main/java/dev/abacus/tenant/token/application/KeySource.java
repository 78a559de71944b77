package dev.abacus.tenant.token.application;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.abacus.tenant.token.domain.SigningKey;
import dev.abacus.tenant.token.domain.SigningKeys;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The keys as Nimbus wants them. Read from the books each time, since another process may have rotated them a moment
 * ago, and a token whose key is not published yet would be refused by everybody.
 */
@Component
class KeySource implements JWKSource<SecurityContext> {

    private final SigningKeys keys;
    private final Clock clock;

    KeySource(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        List<JWK> usable = keys.usable(clock.instant()).stream()
                .map(SigningKey::pair)
                .map(JWK.class::cast)
                .toList();
        return selector.select(new JWKSet(usable));
    }
}
