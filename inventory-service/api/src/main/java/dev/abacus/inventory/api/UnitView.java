package dev.abacus.inventory.api;

/** A unit of measure that the tenant works with. */
public record UnitView(String code, String name) {}
