package dev.abacus.inventory.api;

/** 1 {@code unit} is worth {@code numerator / denominator} stock units, exactly; in lowest terms. */
public record UnitFactor(String unit, long numerator, long denominator) {}
