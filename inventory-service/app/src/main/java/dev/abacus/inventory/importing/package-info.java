/**
 * Files that a company brings along when it starts. This is only the door: how files are kept and worked off is the
 * kernel's matter, and what a product must be is the product module's.
 */
@Interface
@ApplicationModule(
        displayName = "Importing",
        allowedDependencies = {"uom", "product"})
package dev.abacus.inventory.importing;

import dev.abacus.kernel.tier.Interface;
import org.springframework.modulith.ApplicationModule;
