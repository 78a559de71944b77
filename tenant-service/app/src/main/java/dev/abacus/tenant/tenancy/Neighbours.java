package dev.abacus.tenant.tenancy;

import java.util.List;

/** The services that keep rows of tenants. Their names are those of their clients and in the registry. */
public final class Neighbours {

    public static final String INVENTORY = "inventory-service";
    public static final String TRADE = "trade-service";

    public static final List<String> SERVICES = List.of(INVENTORY, TRADE);

    private Neighbours() {}
}
