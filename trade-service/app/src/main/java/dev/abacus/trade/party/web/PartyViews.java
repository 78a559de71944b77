package dev.abacus.trade.party.web;

import dev.abacus.trade.api.party.Contact;
import dev.abacus.trade.api.party.CreditEntryView;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.SupplierView;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CreditViews;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.CreditEntry;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Supplier;

/** Parties in the words of the API. */
final class PartyViews {

    private PartyViews() {}

    static CustomerView view(Customer customer, CreditBalance balance) {
        return new CustomerView(
                customer.id().toString(),
                customer.code().value(),
                customer.name(),
                contact(customer.contact()),
                CreditViews.of(balance),
                customer.active(),
                customer.createdAt(),
                customer.version());
    }

    static CreditEntryView view(CreditEntry entry) {
        return new CreditEntryView(
                Long.toString(entry.id()),
                entry.movement().reason().name(),
                entry.reference(),
                entry.movement().reserved(),
                entry.movement().used(),
                entry.movement().refundable(),
                entry.at());
    }

    static SupplierView view(Supplier supplier) {
        return new SupplierView(
                supplier.id().toString(),
                supplier.code().value(),
                supplier.name(),
                supplier.leadTimeDays(),
                supplier.currency(),
                contact(supplier.contact()),
                supplier.active(),
                supplier.createdAt(),
                supplier.version());
    }

    static ContactPerson person(Contact contact) {
        return contact == null ? null : new ContactPerson(contact.person(), contact.phone(), contact.email());
    }

    private static Contact contact(ContactPerson person) {
        return new Contact(person.person(), person.phone(), person.email());
    }
}
