package dev.abacus.tenant.token.domain;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key that tokens are signed with.
 *
 * @param id the {@code kid} in tokens
 * @param pair with the private half
 * @param retiresAt when tokens that it signed have all ended and it is forgotten; {@code null} while it signs
 */
public record SigningKey(String id, RSAKey pair, Instant createdAt, Instant retiresAt) {

    public boolean signs() {
        return retiresAt == null;
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return id;
    }
}
