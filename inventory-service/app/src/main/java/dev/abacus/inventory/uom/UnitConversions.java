package dev.abacus.inventory.uom;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The units of one product: what each is worth in its base unit, worked out from the stated relations. Relations may
 * form chains (a pallet is 40 boxes, a box 12 pieces) and even circles, as long as every way around says the same.
 */
public final class UnitConversions {

    private final Unit base;
    private final List<UnitRelation> relations;
    private final Map<Unit, Ratio> worth;

    /** @throws UnitsRefused when relations contradict each other or do not lead to {@code base} */
    public UnitConversions(Unit base, List<UnitRelation> relations) {
        this.base = base;
        this.relations = List.copyOf(relations);
        this.worth = Collections.unmodifiableMap(follow());
    }

    public static UnitConversions only(Unit base) {
        return new UnitConversions(base, List.of());
    }

    public Unit base() {
        return base;
    }

    /** As they were stated. */
    public List<UnitRelation> relations() {
        return relations;
    }

    /** What 1 of each unit is worth in base units, the base unit first. */
    public Map<Unit, Ratio> worth() {
        return worth;
    }

    public boolean knows(Unit unit) {
        return worth.containsKey(unit);
    }

    /**
     * @throws UnitsRefused {@code unit-not-convertible} when the product does not have one of the units,
     *     {@code quantity-not-exact} when the result does not come out even
     */
    public Quantity convert(Quantity quantity, Unit to) {
        Ratio from = worth.get(quantity.unit());
        Ratio into = worth.get(to);
        if (from == null || into == null) {
            throw UnitsRefused.notConvertible(quantity.unit(), to);
        }
        BigDecimal amount = from.times(into.inverse()).exactly(quantity.amount());
        if (amount == null) {
            throw UnitsRefused.notExact(quantity, to);
        }
        return new Quantity(amount, to);
    }

    public Quantity toBase(Quantity quantity) {
        return convert(quantity, base);
    }

    /** The same when the same was stated; what follows from it is the same then, too. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UnitConversions o && base.equals(o.base) && relations.equals(o.relations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, relations);
    }

    /** Walks from the base unit along the relations, in both directions. */
    private Map<Unit, Ratio> follow() {
        Map<Unit, Ratio> found = new LinkedHashMap<>();
        found.put(base, Ratio.ONE);
        Deque<Unit> next = new ArrayDeque<>(List.of(base));
        List<UnitRelation> left = new ArrayList<>(relations);
        while (!next.isEmpty()) {
            Unit unit = next.remove();
            left.removeIf(relation -> step(relation, unit, found, next));
        }
        left.stream().findFirst().ifPresent(relation -> {
            throw UnitsRefused.unconnected(relation.from(), base);
        });
        return found;
    }

    /** Uses up {@code relation} if it has {@code unit} on one side. */
    private static boolean step(UnitRelation relation, Unit unit, Map<Unit, Ratio> found, Deque<Unit> next) {
        boolean forward = relation.from().equals(unit);
        if (!forward && !relation.to().equals(unit)) {
            return false;
        }
        Unit other = forward ? relation.to() : relation.from();
        Ratio step = forward ? relation.worth().inverse() : relation.worth();
        Ratio value = step.times(found.get(unit));
        Ratio known = found.putIfAbsent(other, value);
        if (known == null) {
            next.add(other);
        } else if (!known.equals(value)) {
            throw UnitsRefused.contradiction(relation);
        }
        return true;
    }
}
