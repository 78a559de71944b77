package dev.abacus.trade.party;

import dev.abacus.kernel.domain.DomainException;
import java.util.Currency;
import java.util.Map;

/** What the other modules need to know of a customer. */
public record CustomerProfile(CustomerId id, String code, String name, Currency currency, boolean active) {

    /** @throws DomainException {@code inactive-customer} when he may not order any more */
    public CustomerProfile mayOrder() {
        if (!active) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "inactive-customer",
                    code + " may not order any more",
                    Map.of("customer", code));
        }
        return this;
    }
}
