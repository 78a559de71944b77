/**
 * What the company buys, keeps and sells. A product is known by its SKU everywhere outside, and its SKU and stock unit
 * never change, because every ledger entry is written in them. Nothing here knows how much of it there is.
 */
@CoreDomain
@ApplicationModule(displayName = "Products", allowedDependencies = "uom")
package dev.abacus.inventory.product;

import dev.abacus.kernel.tier.CoreDomain;
import org.springframework.modulith.ApplicationModule;
