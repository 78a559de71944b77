package dev.abacus.trade.sales;

import dev.abacus.trade.party.CustomerId;
import java.time.Instant;

/**
 * An order that is being placed.
 *
 * @param transaction the id of the global transaction
 */
public record UnsettledPlacement(SalesOrderId order, CustomerId customer, Instant since, String transaction) {}
