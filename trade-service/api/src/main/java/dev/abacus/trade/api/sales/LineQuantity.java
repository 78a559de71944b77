package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** So much of an order's line, in the line's unit. */
public record LineQuantity(@Positive int line, @NotNull Quantity quantity) {}
