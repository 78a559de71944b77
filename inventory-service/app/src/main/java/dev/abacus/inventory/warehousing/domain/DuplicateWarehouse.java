package dev.abacus.inventory.warehousing.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The tenant has a warehouse of this code already. */
public final class DuplicateWarehouse extends DomainException {

    public DuplicateWarehouse(String code) {
        super(
                Kind.CONFLICT,
                "duplicate-warehouse",
                "There is a warehouse " + code + " already",
                Map.of("field", "code", "code", code));
    }
}
