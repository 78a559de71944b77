package dev.abacus.trade.api.promotion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What a promotion is to be from now on. What it takes off and for what never changes: end it and make another, so
 * that an order's promotion says for ever why its price was lower.
 *
 * @param totalUses not below what is used already
 */
public record PromotionChange(
        @NotBlank @Size(max = 200) String name,
        @NotNull Instant validFrom,
        Instant validTo,
        int priority,
        @Positive Integer totalUses,
        @Positive Integer usesPerCustomer) {}
