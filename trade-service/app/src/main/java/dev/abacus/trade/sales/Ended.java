package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CustomerId;

/**
 * An order on which nothing more will be delivered.
 *
 * @param undelivered what it would still have come to; zero when all was delivered or nothing was ever reserved
 * @param untouched whether nothing was delivered at all
 */
public record Ended(CustomerId customer, Money undelivered, boolean untouched) {}
