package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.domain.CodeTaken;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Supplier;
import dev.abacus.trade.party.domain.Suppliers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisSuppliers implements Suppliers, PartyLists.OfSuppliers {

    private final SupplierMapper mapper;

    MyBatisSuppliers(SupplierMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Supplier> find(SupplierId id) {
        return Optional.ofNullable(mapper.selectById(id.value())).map(SupplierRow::toSupplier);
    }

    @Override
    public List<Supplier> findAll(Collection<SupplierId> ids) {
        List<Long> numbers = ids.stream().map(SupplierId::value).toList();
        return mapper.selectByIds(numbers).stream().map(SupplierRow::toSupplier).toList();
    }

    @Override
    public Optional<Supplier> findByCode(PartyCode code) {
        return Optional.ofNullable(mapper.selectOne(new QueryWrapper<SupplierRow>().eq("code", code.value())))
                .map(SupplierRow::toSupplier);
    }

    @Override
    public Slice<Supplier> list(String search, PageRequest page) {
        return Slice.of(mapper.selectList(PartySearch.query(search, page)), page, row -> row.code)
                .map(SupplierRow::toSupplier);
    }

    @Override
    public void add(Supplier supplier) {
        try {
            mapper.insert(SupplierRow.of(supplier));
        } catch (DuplicateKeyException e) {
            throw new CodeTaken(supplier.code());
        }
    }

    @Override
    public void update(Supplier supplier) {
        if (mapper.change(SupplierRow.of(supplier)) == 0) {
            throw new EntityVersion.Stale(supplier.version(), supplier.version() + 1);
        }
    }
}
