package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.uom.UnitCatalogue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new tenant what nobody can work without: the usual units and a warehouse. Repeating it changes nothing. */
@Service
public class ProvisioningTenants {

    private final UnitCatalogue units;
    private final KeepingWarehouses warehouses;

    public ProvisioningTenants(UnitCatalogue units, KeepingWarehouses warehouses) {
        this.units = units;
        this.warehouses = warehouses;
    }

    @Transactional
    public void provision() {
        units.provision();
        warehouses.provision();
    }
}
