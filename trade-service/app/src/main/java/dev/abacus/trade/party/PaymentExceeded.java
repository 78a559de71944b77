package dev.abacus.trade.party;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import java.util.Map;

/** More money changed hands than was owed. */
public final class PaymentExceeded extends DomainException {

    public PaymentExceeded(Money paid, Money owed) {
        super(
                Kind.REFUSED,
                "payment-exceeds-debt",
                paid + " is more than the " + owed + " that is owed",
                Map.of("paid", paid, "owed", owed));
    }
}
