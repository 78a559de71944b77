/**
 * The order book: sales orders from draft to closed, what was delivered on them and what came back. It composes party,
 * pricing and promotion into a quote and guards an order's own transitions; what must happen elsewhere at the same
 * time (credit, quota, stock) is the business of the process above it.
 */
@BusinessDomain
package dev.abacus.trade.sales;

import dev.abacus.kernel.tier.BusinessDomain;
