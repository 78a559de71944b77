package dev.abacus.inventory.uom.persistence;

import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.uom.domain.UnitExists;
import dev.abacus.inventory.uom.domain.UnitOfMeasure;
import dev.abacus.inventory.uom.domain.UnitsOfMeasure;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisUnitsOfMeasure implements UnitsOfMeasure {

    private final UnitMapper mapper;
    private final Ids ids;

    MyBatisUnitsOfMeasure(UnitMapper mapper, Ids ids) {
        this.mapper = mapper;
        this.ids = ids;
    }

    @Override
    public List<UnitOfMeasure> all() {
        return mapper.selectList(Wrappers.<UnitRow>query().orderByAsc("code")).stream()
                .map(row -> UnitOfMeasure.of(row.code, row.name))
                .toList();
    }

    @Override
    public Set<Unit> knownAmong(Collection<Unit> units) {
        if (units.isEmpty()) {
            return Set.of();
        }
        List<String> codes = units.stream().map(Unit::code).distinct().toList();
        return mapper.selectList(Wrappers.<UnitRow>query().in("code", codes)).stream()
                .map(row -> Unit.of(row.code))
                .collect(Collectors.toSet());
    }

    @Override
    public void add(UnitOfMeasure unit) {
        UnitRow row = new UnitRow();
        row.id = ids.next();
        row.code = unit.unit().code();
        row.name = unit.name();
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException e) {
            throw new UnitExists(unit.unit());
        }
    }
}
