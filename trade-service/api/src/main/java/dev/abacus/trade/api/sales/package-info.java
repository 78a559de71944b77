/** Sales orders from draft to closed. */
package dev.abacus.trade.api.sales;
