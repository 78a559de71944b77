package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Unit;
import java.util.Map;

/** The product is not measured in that unit. */
public final class WrongUnit extends DomainException {

    public WrongUnit(Product product, Unit unit) {
        super(
                Kind.REFUSED,
                "wrong-unit",
                product.sku() + " is not traded in " + unit,
                Map.of(
                        "sku", product.sku().code(),
                        "unit", unit.code(),
                        "units",
                                product.units().stream()
                                        .map(Unit::code)
                                        .sorted()
                                        .toList()));
    }
}
