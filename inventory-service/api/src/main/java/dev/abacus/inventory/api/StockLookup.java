package dev.abacus.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The stock of at most 500 SKUs at once.
 *
 * @param warehouse code of the only warehouse wanted; every one when null
 */
public record StockLookup(@NotEmpty @Size(max = 500) List<@NotBlank String> skus, @Size(max = 32) String warehouse) {}
