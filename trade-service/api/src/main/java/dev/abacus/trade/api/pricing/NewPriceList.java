package dev.abacus.trade.api.pricing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;

/**
 * A price list to be; its prices are put in afterwards.
 *
 * @param code unique among the company's price lists
 * @param customerId the one customer whom it is for, or null for everybody
 * @param validFrom the first moment at which it holds
 * @param validTo the first moment at which it no longer holds, or null for ever
 */
public record NewPriceList(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        String customerId,
        @NotNull Currency currency,
        @NotNull Instant validFrom,
        Instant validTo) {}
