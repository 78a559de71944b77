package dev.abacus.trade.party.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.Credit;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CreditExceeded;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PaymentExceeded;
import dev.abacus.trade.party.domain.CreditAccounts;
import dev.abacus.trade.party.domain.CreditEntry;
import dev.abacus.trade.party.domain.CreditMovement;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the customers' credit accounts. An amount of nothing leaves no entry. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeepingCredit implements Credit {

    private final CreditAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    KeepingCredit(CreditAccounts accounts, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void reserve(CustomerId customer, Money amount, String reference) {
        if (!enter(customer, CreditMovement.ofOrder(amount), reference)) {
            throw new CreditExceeded(amount, accounts.balance(customer).available());
        }
    }

    @Override
    public void release(CustomerId customer, Money amount, String reference) {
        must(customer, CreditMovement.ofRelease(amount), reference);
    }

    @Override
    public void deliver(CustomerId customer, Money amount, String reference) {
        must(customer, CreditMovement.ofDelivery(amount), reference);
    }

    @Override
    public void giveBack(CustomerId customer, Money amount, String reference) {
        // How much of it was paid already depends on the balance, so that must not move in between.
        must(customer, CreditMovement.ofReturn(amount, accounts.balanceHeld(customer)), reference);
    }

    @Override
    public CreditBalance receive(CustomerId customer, Money amount, String reference) {
        if (!enter(customer, CreditMovement.ofPayment(amount), reference)) {
            throw new PaymentExceeded(amount, accounts.balance(customer).used());
        }
        return accounts.balance(customer);
    }

    @Override
    public CreditBalance refund(CustomerId customer, Money amount, String reference) {
        if (!enter(customer, CreditMovement.ofRefund(amount), reference)) {
            throw new PaymentExceeded(amount, accounts.balance(customer).refundable());
        }
        return accounts.balance(customer);
    }

    private void must(CustomerId customer, CreditMovement movement, String reference) {
        if (!enter(customer, movement, reference)) {
            throw new IllegalStateException(
                    movement + " for " + reference + " does not fit the account " + accounts.balance(customer));
        }
    }

    private boolean enter(CustomerId customer, CreditMovement movement, String reference) {
        if (movement.isNothing()) {
            return true;
        }
        return accounts.enter(new CreditEntry(ids.next(), customer, movement, reference, clock.instant()));
    }
}
