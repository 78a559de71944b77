package dev.abacus.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/**
 * What people say of a product's units: 1 box = 12 pcs, 3 pcs = 1 set. Whole numbers on both sides, so that what
 * follows from it is a ratio and never a rounded decimal.
 */
public record UnitRelation(
        @Positive long fromAmount, @NotBlank String from, @Positive long toAmount, @NotBlank String to) {}
