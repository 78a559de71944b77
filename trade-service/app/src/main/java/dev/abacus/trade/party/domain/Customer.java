package dev.abacus.trade.party.domain;

import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.CustomerProfile;
import java.time.Instant;
import java.util.Currency;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/** Somebody who buys. His code and his currency stay for ever: orders and prices are kept by them. */
@AggregateRoot
public final class Customer {

    @Identity
    private final CustomerId id;

    private final PartyCode code;
    private final Currency currency;
    private final Instant createdAt;
    private final int version;
    private String name;
    private ContactPerson contact;
    private boolean active;

    public Customer(
            CustomerId id,
            PartyCode code,
            String name,
            Currency currency,
            ContactPerson contact,
            boolean active,
            Instant createdAt,
            int version) {
        this.id = id;
        this.code = code;
        this.currency = currency;
        this.createdAt = createdAt;
        this.version = version;
        change(name, contact, active);
    }

    public static Customer welcome(
            CustomerId id, PartyCode code, String name, Currency currency, ContactPerson contact, Instant now) {
        return new Customer(id, code, name, currency, contact, true, now, 0);
    }

    public void change(String name, ContactPerson contact, boolean active) {
        this.name = PartyName.checked(name);
        this.contact = contact == null ? ContactPerson.NONE : contact;
        this.active = active;
    }

    public CustomerProfile profile() {
        return new CustomerProfile(id, code.value(), name, currency, active);
    }

    public CustomerId id() {
        return id;
    }

    public PartyCode code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Currency currency() {
        return currency;
    }

    public ContactPerson contact() {
        return contact;
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
