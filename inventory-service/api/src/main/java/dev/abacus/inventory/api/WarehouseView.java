package dev.abacus.inventory.api;

/**
 * A place where stock is kept.
 *
 * @param main whether it is the one that is meant when a request names none
 */
public record WarehouseView(String id, String code, String name, boolean main, boolean active, int version) {}
