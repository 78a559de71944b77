package dev.abacus.inventory.warehousing.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** A code names no warehouse of this tenant, or one that is not active any more. */
public final class UnknownWarehouse extends DomainException {

    public UnknownWarehouse(String code) {
        super(
                Kind.REFUSED,
                "unknown-warehouse",
                "There is no active warehouse " + code,
                Map.of("field", "warehouse", "warehouse", code));
    }
}
