package dev.abacus.trade.party;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import java.util.Map;

/** The customer's credit does not stretch to this. */
public final class CreditExceeded extends DomainException {

    public CreditExceeded(Money needed, Money available) {
        super(
                Kind.REFUSED,
                "credit-exceeded",
                needed + " is more than the " + available + " that the customer's credit leaves",
                Map.of("needed", needed, "available", available));
    }
}
