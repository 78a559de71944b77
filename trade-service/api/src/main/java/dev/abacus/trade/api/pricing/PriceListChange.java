package dev.abacus.trade.api.pricing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What a price list is to be from now on. For whom it is and its currency never change. */
public record PriceListChange(@NotBlank @Size(max = 200) String name, @NotNull Instant validFrom, Instant validTo) {}
