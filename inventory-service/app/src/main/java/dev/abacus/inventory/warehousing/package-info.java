/**
 * The work of the warehouse: where stock is kept, and the papers by which it comes, goes, moves and is counted. People
 * write such a paper as a draft and post it; deliveries, receipts and returns of trade arrive as events and are recorded
 * by papers of their own. Speaks in SKUs, warehouse codes and any unit of a product, and does all of it in stock's terms.
 */
@BusinessDomain
@ApplicationModule(
        displayName = "Warehousing",
        allowedDependencies = {"uom", "product", "stock"})
package dev.abacus.inventory.warehousing;

import dev.abacus.kernel.tier.BusinessDomain;
import org.springframework.modulith.ApplicationModule;
