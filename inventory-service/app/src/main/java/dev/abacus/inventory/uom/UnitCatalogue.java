package dev.abacus.inventory.uom;

import dev.abacus.kernel.domain.Unit;
import java.util.Collection;
import java.util.Set;

/** The units that the current tenant works with. */
public interface UnitCatalogue {

    /** Those of {@code units} that the tenant has. */
    Set<Unit> knownAmong(Collection<Unit> units);

    /** Gives a new tenant the usual units. Repeating it changes nothing. */
    void provision();
}
