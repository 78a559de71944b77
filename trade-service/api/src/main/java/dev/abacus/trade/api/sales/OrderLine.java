package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What is wanted: so much of a SKU, in one of its units. */
public record OrderLine(@NotBlank @Size(max = 64) String sku, @NotNull Quantity quantity) {}
