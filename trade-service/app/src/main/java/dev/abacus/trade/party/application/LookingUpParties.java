package dev.abacus.trade.party.application;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.CustomerProfile;
import dev.abacus.trade.party.Parties;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.SupplierProfile;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.Supplier;
import dev.abacus.trade.party.domain.Suppliers;
import org.springframework.stereotype.Service;

/** Tells the other modules who somebody is. */
@Service
class LookingUpParties implements Parties {

    private final Customers customers;
    private final Suppliers suppliers;

    LookingUpParties(Customers customers, Suppliers suppliers) {
        this.customers = customers;
        this.suppliers = suppliers;
    }

    @Override
    public CustomerProfile customer(CustomerId id) {
        return customers.find(id).map(Customer::profile).orElseThrow(() -> new NotFound("customer", id));
    }

    @Override
    public SupplierProfile supplier(SupplierId id) {
        return suppliers.find(id).map(Supplier::profile).orElseThrow(() -> new NotFound("supplier", id));
    }
}
