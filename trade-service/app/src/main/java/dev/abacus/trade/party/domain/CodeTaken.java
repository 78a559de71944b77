package dev.abacus.trade.party.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** Another party of the company goes by this code. */
public final class CodeTaken extends DomainException {

    public CodeTaken(PartyCode code) {
        super(Kind.CONFLICT, "code-taken", "The code " + code + " is taken", Map.of("code", code.value()));
    }
}
