package dev.abacus.trade.party.domain;

import dev.abacus.trade.party.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The customers of the current tenant. */
public interface Customers {

    Optional<Customer> find(CustomerId id);

    List<Customer> findAll(Collection<CustomerId> ids);

    Optional<Customer> findByCode(PartyCode code);

    /** @throws CodeTaken when another customer has the code */
    void add(Customer customer);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when it has changed since it was read */
    void update(Customer customer);
}
