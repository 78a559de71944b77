package dev.abacus.trade.party.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.domain.CreditEntry;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Supplier;

/** Parties to look through, page by page. */
public final class PartyLists {

    private PartyLists() {}

    /** Customers in the order of their codes. */
    public interface OfCustomers {

        /** @param search the beginning of a code or a part of a name; null for all */
        Slice<Customer> list(String search, PageRequest page);
    }

    /** Suppliers in the order of their codes. */
    public interface OfSuppliers {

        /** @param search the beginning of a code or a part of a name; null for all */
        Slice<Supplier> list(String search, PageRequest page);
    }

    /** The entries of a credit account, the newest first. */
    public interface OfCreditEntries {

        Slice<CreditEntry> entries(CustomerId customer, PageRequest page);
    }
}
