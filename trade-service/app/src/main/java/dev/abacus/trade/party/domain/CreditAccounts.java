package dev.abacus.trade.party.domain;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import java.util.Collection;
import java.util.Map;

/** The credit accounts of the current tenant's customers, one each. */
public interface CreditAccounts {

    void open(CustomerId customer, Money limit);

    CreditBalance balance(CustomerId customer);

    Map<CustomerId, CreditBalance> balances(Collection<CustomerId> customers);

    /** The balance, which nobody else moves until the caller's transaction ends. */
    CreditBalance balanceHeld(CustomerId customer);

    /**
     * Moves the balances and writes the entry, or does neither.
     *
     * @return false when the account does not allow the movement
     */
    boolean enter(CreditEntry entry);

    /** @return false when more than {@code limit} is on credit now */
    boolean changeLimit(CustomerId customer, Money limit);
}
