package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.stock.WarehouseId;
import java.util.List;
import java.util.Optional;

/** The current tenant's warehouses; few, so lists are whole. */
public interface Warehouses {

    /** In the order of their codes. */
    List<Warehouse> all();

    Optional<Warehouse> find(WarehouseId id);

    Optional<Warehouse> byCode(String code);

    Optional<Warehouse> main();

    /** @throws DuplicateWarehouse when there is one of this code */
    void add(Warehouse warehouse);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when the version before its own is no longer the current one */
    void change(Warehouse warehouse);
}
