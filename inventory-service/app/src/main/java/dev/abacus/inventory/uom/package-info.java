/**
 * Units of measure. Converting between them is exact or refused, because a rounded conversion makes stock out of
 * nothing: everything here is a ratio of whole numbers, and the only rounding is none. Which units a product has and
 * what they are worth is the product's matter; this module knows what follows from it.
 */
@CoreDomain
@ApplicationModule(
        displayName = "Units of measure",
        allowedDependencies = {})
package dev.abacus.inventory.uom;

import dev.abacus.kernel.tier.CoreDomain;
import org.springframework.modulith.ApplicationModule;
