package dev.abacus.kernel.tcc;

import dev.abacus.kernel.domain.DomainException;

/** A Try came after its transaction was given up (hanging). Letting it in would reserve what nobody will ever release. */
public final class LateTry extends DomainException {

    LateTry(String xid) {
        super(
                Kind.CONFLICT,
                "transaction-ended",
                "Transaction " + xid + " has already ended. Try again from the start.");
    }
}
