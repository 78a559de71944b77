package dev.abacus.inventory.warehousing.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.domain.DuplicateWarehouse;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import dev.abacus.inventory.warehousing.domain.Warehouses;
import dev.abacus.kernel.web.EntityVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisWarehouses implements Warehouses {

    private final WarehouseMapper mapper;

    MyBatisWarehouses(WarehouseMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Warehouse> all() {
        return mapper.selectList(rows().orderByAsc("code")).stream()
                .map(MyBatisWarehouses::warehouse)
                .toList();
    }

    @Override
    public Optional<Warehouse> find(WarehouseId id) {
        return one(rows().eq("id", id.value()));
    }

    @Override
    public Optional<Warehouse> byCode(String code) {
        return one(rows().eq("code", code));
    }

    @Override
    public Optional<Warehouse> main() {
        return one(rows().eq("main", true));
    }

    @Override
    public void add(Warehouse warehouse) {
        try {
            mapper.insert(row(warehouse));
        } catch (DuplicateKeyException e) {
            throw new DuplicateWarehouse(warehouse.code());
        }
    }

    @Override
    public void change(Warehouse warehouse) {
        if (mapper.change(row(warehouse)) == 0) {
            throw new EntityVersion.Stale(warehouse.version() - 1, warehouse.version());
        }
    }

    private Optional<Warehouse> one(QueryWrapper<WarehouseRow> query) {
        return mapper.selectList(query).stream().findFirst().map(MyBatisWarehouses::warehouse);
    }

    private static QueryWrapper<WarehouseRow> rows() {
        return Wrappers.query();
    }

    private static WarehouseRow row(Warehouse warehouse) {
        WarehouseRow row = new WarehouseRow();
        row.id = warehouse.id().value();
        row.code = warehouse.code();
        row.name = warehouse.name();
        row.main = warehouse.main();
        row.active = warehouse.active();
        row.version = warehouse.version();
        return row;
    }

    private static Warehouse warehouse(WarehouseRow row) {
        return new Warehouse(new WarehouseId(row.id), row.code, row.name, row.main, row.active, row.version);
    }
}
