package dev.abacus.trade.api.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Currency;

/**
 * A supplier to be.
 *
 * @param code the company's own short name for him, unique among its suppliers
 * @param leadTimeDays calendar days from an order's approval to the arrival of its goods
 */
public record NewSupplier(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @PositiveOrZero @Max(730) int leadTimeDays,
        @NotNull Currency currency,
        @Valid Contact contact) {}
