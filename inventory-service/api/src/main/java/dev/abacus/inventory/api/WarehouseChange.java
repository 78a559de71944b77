package dev.abacus.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Everything of a warehouse that may change. The main warehouse stays active. */
public record WarehouseChange(@NotBlank @Size(max = 100) String name, boolean active) {}
