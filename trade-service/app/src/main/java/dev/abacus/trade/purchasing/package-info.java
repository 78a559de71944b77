/**
 * Purchase orders from draft to closed: what was ordered of whom at which cost, who approved it, and what of it arrived.
 * Where the goods go is told to the rest by events.
 */
@BusinessDomain
package dev.abacus.trade.purchasing;

import dev.abacus.kernel.tier.BusinessDomain;
