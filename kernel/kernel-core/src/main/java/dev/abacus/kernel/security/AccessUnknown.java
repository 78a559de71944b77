package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.DomainException;

/** Neither Redis nor tenant-service could say what the caller may do. */
public final class AccessUnknown extends DomainException {

    public AccessUnknown(Throwable cause) {
        super(Kind.UNAVAILABLE, "access-unknown", "Access cannot be checked at the moment. Try again shortly.");
        initCause(cause);
    }
}
