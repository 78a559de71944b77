package dev.abacus.trade.api.sales;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Delivered goods that the customer gave back.
 *
 * @param warehouse the code of the warehouse that took them, or null for the order's
 */
public record NewReturn(
        @NotNull LocalDate returnedOn,
        @Size(max = 32) String warehouse,
        @NotBlank @Size(max = 200) String reason,
        @NotEmpty @Size(max = 200) List<@Valid LineQuantity> lines) {}
