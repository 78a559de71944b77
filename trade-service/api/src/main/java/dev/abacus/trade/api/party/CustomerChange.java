package dev.abacus.trade.api.party;

import dev.abacus.kernel.domain.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a customer is to be from now on.
 *
 * @param creditLimit in the customer's currency, and not below what he has on credit now
 * @param active whether he may order
 */
public record CustomerChange(
        @NotBlank @Size(max = 200) String name, @NotNull Money creditLimit, @Valid Contact contact, boolean active) {}
