package dev.abacus.trade.party;

/** The parties of the current tenant, for the other modules. */
public interface Parties {

    /** @throws dev.abacus.kernel.domain.NotFound when there is no such customer */
    CustomerProfile customer(CustomerId id);

    /** @throws dev.abacus.kernel.domain.NotFound when there is no such supplier */
    SupplierProfile supplier(SupplierId id);
}
