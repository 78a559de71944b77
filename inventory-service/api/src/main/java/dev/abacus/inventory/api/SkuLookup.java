package dev.abacus.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** At most 500 SKUs to be looked up at once. */
public record SkuLookup(@NotEmpty @Size(max = 500) List<@NotBlank String> skus) {}
