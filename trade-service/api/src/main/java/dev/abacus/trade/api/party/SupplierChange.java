package dev.abacus.trade.api.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** What a supplier is to be from now on. */
public record SupplierChange(
        @NotBlank @Size(max = 200) String name,
        @PositiveOrZero @Max(730) int leadTimeDays,
        @Valid Contact contact,
        boolean active) {}
