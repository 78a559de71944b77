/**
 * What trade needs to know of a product: that there is one of that SKU, the units it is measured in, its category, and
 * whether it is still traded. Products belong to inventory-service; this is the only place that asks it for them, so
 * that no other module speaks inventory's language.
 */
@CoreDomain
package dev.abacus.trade.catalogue;

import dev.abacus.kernel.tier.CoreDomain;
