package dev.abacus.kernel.idempotency;

import dev.abacus.kernel.domain.DomainException;

/** The same key came with another request: one of the two was meant for another effect. */
public final class IdempotencyKeyReused extends DomainException {

    public IdempotencyKeyReused() {
        super(
                Kind.REFUSED,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request. Take a new one.");
    }
}
