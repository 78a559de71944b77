/** Purchase orders from draft to closed. */
package dev.abacus.trade.api.purchasing;
