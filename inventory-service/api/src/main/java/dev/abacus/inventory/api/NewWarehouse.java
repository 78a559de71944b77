package dev.abacus.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A place to keep stock in. */
public record NewWarehouse(@NotBlank @Size(max = 32) String code, @NotBlank @Size(max = 100) String name) {}
