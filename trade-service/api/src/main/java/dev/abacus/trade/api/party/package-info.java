/** Customers with their credit, suppliers with their lead times. */
package dev.abacus.trade.api.party;
