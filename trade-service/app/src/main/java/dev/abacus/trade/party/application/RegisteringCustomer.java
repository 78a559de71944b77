package dev.abacus.trade.party.application;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.PartyCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers on, each with a credit account, and keeps what is known of them up to date. */
@Service
public class RegisteringCustomer {

    private final Customers customers;
    private final CustomerRegister register;
    private final Idempotency idempotency;

    RegisteringCustomer(Customers customers, CustomerRegister register, Idempotency idempotency) {
        this.customers = customers;
        this.register = register;
        this.idempotency = idempotency;
    }

    /** @param creditLimit its currency is the customer's, for good */
    public CustomerId register(
            PartyCode code, String name, Money creditLimit, ContactPerson contact, IdempotencyKey key) {
        var newcomer = new CustomerRegister.Newcomer(code, name, creditLimit, contact);
        return idempotency.once(key, "customer.register", newcomer, CustomerId.class, () -> register.add(newcomer));
    }

    @Transactional
    public void change(
            CustomerId id, EntityVersion seen, String name, Money creditLimit, ContactPerson contact, boolean active) {
        Customer customer = customers.find(id).orElseThrow(() -> new NotFound("customer", id));
        seen.mustBe(customer.version());
        register.change(customer, new CustomerRegister.Change(name, creditLimit, contact, active));
    }
}
