/**
 * What a thing costs whom: price lists for everybody or for one customer, each valid for a while, with quantity breaks
 * per SKU and unit, and the one rule that chooses among them. It knows parties and products by name only.
 */
@CoreDomain
package dev.abacus.trade.pricing;

import dev.abacus.kernel.tier.CoreDomain;
