package dev.abacus.inventory.uom.application;

import dev.abacus.inventory.uom.UnitCatalogue;
import dev.abacus.inventory.uom.domain.UnitOfMeasure;
import dev.abacus.inventory.uom.domain.UnitsOfMeasure;
import dev.abacus.kernel.domain.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list of units that a tenant works with. */
@Service
public class DefiningUnits implements UnitCatalogue {

    private final UnitsOfMeasure units;

    public DefiningUnits(UnitsOfMeasure units) {
        this.units = units;
    }

    public List<UnitOfMeasure> all() {
        return units.all();
    }

    @Transactional
    public UnitOfMeasure define(UnitOfMeasure unit) {
        units.add(unit);
        return unit;
    }

    @Override
    public Set<Unit> knownAmong(Collection<Unit> wanted) {
        return units.knownAmong(wanted);
    }

    @Override
    @Transactional
    public void provision() {
        List<Unit> usual = UnitOfMeasure.USUAL.stream().map(UnitOfMeasure::unit).toList();
        Set<Unit> known = units.knownAmong(usual);
        UnitOfMeasure.USUAL.stream()
                .filter(unit -> !known.contains(unit.unit()))
                .forEach(units::add);
    }
}
