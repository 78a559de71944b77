/** Price lists, and the price that a customer gets. */
package dev.abacus.trade.api.pricing;
