package dev.abacus.trade.party;

import dev.abacus.kernel.domain.Money;

/**
 * What a customer has on credit.
 *
 * @param reserved by orders that are placed and not yet delivered
 * @param used by goods delivered and not yet paid
 * @param refundable what the company owes him, for goods that he paid and gave back
 */
public record CreditBalance(Money limit, Money reserved, Money used, Money refundable) {

    /** An account that nothing was entered in yet. */
    public static CreditBalance of(Money limit) {
        Money nothing = Money.zero(limit.currency());
        return new CreditBalance(limit, nothing, nothing, nothing);
    }

    /** What he may still order for. */
    public Money available() {
        return limit.minus(reserved).minus(used);
    }
}
