package dev.abacus.trade.party.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.CreditAccounts;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.PartyCode;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customers together with their credit accounts, inside the caller's transaction. */
@Component
class CustomerRegister {

    private final Customers customers;
    private final CreditAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    CustomerRegister(Customers customers, CreditAccounts accounts, Ids ids, Clock clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    record Newcomer(PartyCode code, String name, Money creditLimit, ContactPerson contact) {}

    record Change(String name, Money creditLimit, ContactPerson contact, boolean active) {}

    CustomerId add(Newcomer newcomer) {
        notNegative(newcomer.creditLimit());
        var id = new CustomerId(ids.next());
        customers.add(Customer.welcome(
                id,
                newcomer.code(),
                newcomer.name(),
                newcomer.creditLimit().currency(),
                newcomer.contact(),
                clock.instant()));
        accounts.open(id, newcomer.creditLimit());
        return id;
    }

    /** A refusal leaves everything as it was. */
    void change(Customer customer, Change change) {
        Money limit = change.creditLimit();
        if (!limit.currency().equals(customer.currency())) {
            throw new InvalidValue("creditLimit", "the customer's currency is " + customer.currency());
        }
        notNegative(limit);
        customer.change(change.name(), change.contact(), change.active());
        if (!accounts.changeLimit(customer.id(), limit)) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "credit-limit-below-use",
                    "More than " + limit + " is on credit now",
                    Map.of("available", accounts.balance(customer.id()).available()));
        }
        customers.update(customer);
    }

    private static void notNegative(Money limit) {
        if (limit.isNegative()) {
            throw new InvalidValue("creditLimit", "a credit limit is not negative");
        }
    }
}
