package dev.abacus.trade.api.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A promotion to be.
 *
 * @param code unique among the company's promotions
 * @param validFrom the first moment at which it holds
 * @param validTo the first moment at which it no longer holds, or null for ever
 * @param priority the higher one gets a line first; at most one promotion discounts a line
 * @param totalUses how many orders may use it, or null for any number
 * @param usesPerCustomer how many orders of one customer may use it, or null for any number
 */
public record NewPromotion(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid Rule rule,
        @Valid Scope scope,
        @NotNull Instant validFrom,
        Instant validTo,
        int priority,
        @Positive Integer totalUses,
        @Positive Integer usesPerCustomer) {}
