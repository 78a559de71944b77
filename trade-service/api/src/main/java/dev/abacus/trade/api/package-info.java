/**
 * The HTTP contract of trade-service: one interface a resource, the records they speak in, and the permission points.
 * Ids are decimal strings, times UTC, amounts of money are in the currency that the resource names, and every quantity
 * goes with its unit.
 */
package dev.abacus.trade.api;
