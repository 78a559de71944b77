package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.domain.UnknownWarehouse;
import dev.abacus.inventory.warehousing.domain.Warehouse;
import dev.abacus.inventory.warehousing.domain.Warehouses;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.EntityVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and finds the places where stock is kept. */
@Service
public class KeepingWarehouses {

    private final Warehouses warehouses;
    private final Ids ids;

    public KeepingWarehouses(Warehouses warehouses, Ids ids) {
        this.warehouses = warehouses;
        this.ids = ids;
    }

    @Transactional
    public Warehouse open(String code, String name) {
        Warehouse warehouse = Warehouse.opened(new WarehouseId(ids.next()), code, name);
        warehouses.add(warehouse);
        return warehouse;
    }

    /** Gives a new tenant its main warehouse. Repeating it changes nothing. */
    @Transactional
    public void provision() {
        if (warehouses.main().isEmpty()) {
            warehouses.add(Warehouse.main(new WarehouseId(ids.next())));
        }
    }

    @Transactional
    public Warehouse change(WarehouseId id, EntityVersion seen, String name, boolean active) {
        Warehouse before = get(id);
        seen.mustBe(before.version());
        Warehouse after = before.changed(name, active);
        warehouses.change(after);
        return after;
    }

    public Warehouse get(WarehouseId id) {
        return warehouses.find(id).orElseThrow(() -> new NotFound("warehouse", id));
    }

    public List<Warehouse> all() {
        return warehouses.all();
    }

    /**
     * The warehouse that a request means.
     *
     * @param code the main one when null
     * @throws UnknownWarehouse when there is none, or it is not active
     */
    public Warehouse meant(String code) {
        return (code == null || code.isBlank() ? warehouses.main() : warehouses.byCode(code))
                .filter(Warehouse::active)
                .orElseThrow(() -> new UnknownWarehouse(code == null ? Warehouse.MAIN : code));
    }

    /** The warehouse of this code, also when it is not active any more; null when {@code code} is. */
    public WarehouseId filter(String code) {
        return code == null || code.isBlank()
                ? null
                : warehouses
                        .byCode(code)
                        .orElseThrow(() -> new UnknownWarehouse(code))
                        .id();
    }

    public Map<WarehouseId, String> codes() {
        return warehouses.all().stream().collect(Collectors.toMap(Warehouse::id, Warehouse::code));
    }
}
