package dev.abacus.trade.api.party;

import dev.abacus.kernel.domain.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A customer to be.
 *
 * @param code the company's own short name for him, unique among its customers
 * @param creditLimit how much he may have on credit; its currency is the customer's currency, for good
 */
public record NewCustomer(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull Money creditLimit,
        @Valid Contact contact) {}
