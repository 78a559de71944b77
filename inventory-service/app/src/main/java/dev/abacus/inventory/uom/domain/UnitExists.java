package dev.abacus.inventory.uom.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Unit;
import java.util.Map;

/** The tenant has a unit of this code already. */
public final class UnitExists extends DomainException {

    public UnitExists(Unit unit) {
        super(Kind.CONFLICT, "unit-exists", "There is a unit " + unit + " already", Map.of("unit", unit.code()));
    }
}
