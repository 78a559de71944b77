/** Buying and selling: parties, sales orders and purchase orders of trade-service. */
@Interface
package dev.abacus.bff.trading;

import dev.abacus.kernel.tier.Interface;
