package dev.abacus.trade.api.pricing;

import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Prices to look up at once for one customer. */
public record PriceQuestions(@NotBlank String customerId, @NotEmpty @Size(max = 200) List<@Valid Item> items) {

    public record Item(@NotBlank @Size(max = 64) String sku, @NotNull Quantity quantity) {}
}
