package dev.abacus.inventory.api;

/** @param fix whether to put differences right, or only to report them */
public record RequestRecalculation(boolean fix) {}
