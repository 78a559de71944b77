package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.sales.OrderRequest;

/**
 * An order to place.
 *
 * @param expectedTotal what the customer was told; null takes the price of the moment
 */
public record PlaceOrder(OrderRequest request, Money expectedTotal, UserId author) {}
