/** What there is to sell: products with their stock and warehouses, from inventory-service, and prices, from trade-service. */
@Interface
package dev.abacus.bff.catalogue;

import dev.abacus.kernel.tier.Interface;
