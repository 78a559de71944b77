package dev.abacus.tenant.token.domain;

import java.time.Instant;
import java.util.List;

/** The keys in use, kept sealed. */
public interface SigningKeys {

    /** Those whose tokens may still be good at {@code now}: the newest first. */
    List<SigningKey> usable(Instant now);

    void add(SigningKey key);

    /**
     * Signs nothing more with this key.
     *
     * @return whether it signed until now; {@code false} when another process has retired it already
     */
    boolean retire(SigningKey key, Instant at);

    void forgetRetired(Instant now);
}
