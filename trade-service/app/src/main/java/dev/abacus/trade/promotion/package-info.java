/**
 * What is taken off a price, for what, for whom and how often. The calculation is pure; a promotion's quota is reserved
 * and consumed together with the order that uses it, like credit and stock.
 */
@CoreDomain
package dev.abacus.trade.promotion;

import dev.abacus.kernel.tier.CoreDomain;
