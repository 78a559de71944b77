package dev.abacus.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A unit of measure to work with. */
public record NewUnit(@NotBlank @Size(max = 16) String code, @NotBlank @Size(max = 60) String name) {}
