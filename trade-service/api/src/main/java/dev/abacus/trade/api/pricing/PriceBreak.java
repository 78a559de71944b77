package dev.abacus.trade.api.pricing;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The price of one unit of a SKU for whoever takes at least {@code from}.
 *
 * @param from the least quantity, in the unit that the price is for
 * @param price in the price list's currency
 */
public record PriceBreak(@NotBlank @Size(max = 64) String sku, @NotNull Quantity from, @NotNull Money price) {}
