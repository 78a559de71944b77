package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CustomerId;

/**
 * A delivery or a return that was entered.
 *
 * @param amount what the customer owes more, or less, because of it
 */
public record Shipped(ShipmentId shipment, CustomerId customer, Money amount) {}
