package dev.abacus.trade.party.domain;

import dev.abacus.trade.party.SupplierId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The suppliers of the current tenant. */
public interface Suppliers {

    Optional<Supplier> find(SupplierId id);

    List<Supplier> findAll(Collection<SupplierId> ids);

    Optional<Supplier> findByCode(PartyCode code);

    /** @throws CodeTaken when another supplier has the code */
    void add(Supplier supplier);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when it has changed since it was read */
    void update(Supplier supplier);
}
