package dev.abacus.tenant.token.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.abacus.tenant.token.domain.SigningKey;
import dev.abacus.tenant.token.domain.SigningKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes the key that tokens are signed with. The old one verifies on until every token that it signed has ended, so
 * nobody notices.
 */
@Service
public class RotatingKeys {

    private static final Logger log = LoggerFactory.getLogger(RotatingKeys.class);
    private static final int BITS = 2048;

    private final SigningKeys keys;
    private final TokenProperties properties;
    private final Clock clock;
    private final TransactionOperations transactions;

    RotatingKeys(SigningKeys keys, TokenProperties properties, Clock clock, TransactionOperations transactions) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The key to sign with now; the very first one is made here. */
    public SigningKey current() {
        List<SigningKey> signing = signing();
        return signing.isEmpty() ? first() : signing.getFirst();
    }

    /** Signs with a new key from now on. */
    public SigningKey rotate() {
        SigningKey old = current();
        SigningKey fresh = generate();
        return transactions.execute(status -> {
            Instant retiresAt = clock.instant().plus(properties.keyOverlap());
            if (!keys.retire(old, retiresAt)) {
                // Another process was faster, and its key is as new as ours would be.
                return current();
            }
            // Two processes that made the very first key at once have left two of them.
            signing().forEach(other -> keys.retire(other, retiresAt));
            keys.add(fresh);
            log.info("tokens are signed with key {} instead of {}", fresh, old);
            return fresh;
        });
    }

    @Scheduled(
            initialDelayString = "${abacus.token.look-after-keys:1m}",
            fixedDelayString = "${abacus.token.look-after-keys-every:1h}")
    void lookAfter() {
        Instant now = clock.instant();
        if (current().createdAt().plus(properties.rotateKeysEvery()).isBefore(now)) {
            rotate();
        }
        keys.forgetRetired(now);
    }

    private List<SigningKey> signing() {
        return keys.usable(clock.instant()).stream().filter(SigningKey::signs).toList();
    }

    private synchronized SigningKey first() {
        List<SigningKey> signing = signing();
        if (!signing.isEmpty()) {
            return signing.getFirst();
        }
        SigningKey first = generate();
        keys.add(first);
        return first;
    }

    private SigningKey generate() {
        String id = UUID.randomUUID().toString();
        try {
            var pair = new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            return new SigningKey(id, pair, clock.instant(), null);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
