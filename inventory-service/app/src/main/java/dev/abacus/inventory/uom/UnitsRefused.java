package dev.abacus.inventory.uom;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.util.Map;

/** Units that do not go together, or a quantity that does not come out even in the unit asked for. */
public final class UnitsRefused extends DomainException {

    private UnitsRefused(String code, String message, Map<String, ?> properties) {
        super(Kind.REFUSED, code, message, properties);
    }

    static UnitsRefused notConvertible(Unit from, Unit to) {
        return new UnitsRefused(
                "unit-not-convertible",
                "Nothing says what a " + from + " is in " + to,
                Map.of("field", "unit", "from", from.code(), "to", to.code()));
    }

    static UnitsRefused notExact(Quantity quantity, Unit to) {
        return new UnitsRefused(
                "quantity-not-exact",
                quantity + " does not come out even in " + to,
                Map.of("field", "quantity", "quantity", quantity, "to", to.code()));
    }

    static UnitsRefused contradiction(UnitRelation relation) {
        return new UnitsRefused(
                "unit-contradiction",
                "'" + relation + "' contradicts what follows from the other relations",
                Map.of("field", "relations", "relation", relation.toString()));
    }

    static UnitsRefused unconnected(Unit unit, Unit base) {
        return new UnitsRefused(
                "unit-not-connected",
                "No chain of relations leads from " + unit + " to the stock unit " + base,
                Map.of("field", "relations", "unit", unit.code()));
    }

    static UnitsRefused tooFarApart() {
        return new UnitsRefused(
                "unit-out-of-range",
                "The relations make one unit so much larger than another that the ratio has more than 18 digits",
                Map.of("field", "relations"));
    }

    /** The tenant has no unit of this code. */
    public static UnitsRefused unknown(Unit unit) {
        return new UnitsRefused(
                "unknown-unit", "There is no unit " + unit, Map.of("field", "unit", "unit", unit.code()));
    }
}
