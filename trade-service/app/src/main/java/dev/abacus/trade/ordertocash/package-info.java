/**
 * From an order to the money for it: places sales orders (credit, promotion quota and stock in one global transaction),
 * delivers, takes back, cancels, closes, and records what customers pay. The modules below know nothing of each other's
 * part in this; here their parts are put together.
 */
@Application
package dev.abacus.trade.ordertocash;

import dev.abacus.kernel.tier.Application;
