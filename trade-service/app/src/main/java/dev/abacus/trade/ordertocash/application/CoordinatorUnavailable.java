package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.DomainException;

/** The transaction coordinator did not begin a transaction. Nothing has happened. */
public final class CoordinatorUnavailable extends DomainException {

    public CoordinatorUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "coordinator-unavailable", "Orders cannot be placed at the moment. Try again shortly.");
        initCause(cause);
    }
}
