package dev.abacus.inventory.uom.domain;

import dev.abacus.kernel.domain.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The units of the current tenant. */
public interface UnitsOfMeasure {

    /** In the order of their codes. */
    List<UnitOfMeasure> all();

    Set<Unit> knownAmong(Collection<Unit> units);

    /** @throws UnitExists when the tenant has a unit of this code */
    void add(UnitOfMeasure unit);
}
