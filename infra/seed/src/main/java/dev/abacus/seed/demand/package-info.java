/**
 * A year of demand that never happened, made so that it looks like one that did: level, trend, weekly and yearly
 * seasonality, items that sell only now and then, and promotions. The same seed gives the same year, day for day, on
 * any machine.
 */
package dev.abacus.seed.demand;
