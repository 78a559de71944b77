/**
 * How much there is. The ledger is the truth: entries are added and never changed. A level per product and warehouse
 * (on hand, reserved) is kept beside it because the ledger cannot be summed on every order; each change of a level is
 * one conditional statement in the database, so two orders can never both take the last piece, and what is reserved is
 * never more than what is there. Knows products and warehouses by their ids only, and amounts only in stock units.
 */
@CoreDomain
@ApplicationModule(displayName = "Stock", allowedDependencies = "product")
package dev.abacus.inventory.stock;

import dev.abacus.kernel.tier.CoreDomain;
import org.springframework.modulith.ApplicationModule;
