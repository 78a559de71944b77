/**
 * From a purchase order to its goods: receives them, in parts or at once, and ends orders. Paying suppliers is not part
 * of the suite yet.
 */
@Application
package dev.abacus.trade.procuretopay;

import dev.abacus.kernel.tier.Application;
