/** Promotions: what they take off, for what, for whom, how often. */
package dev.abacus.trade.api.promotion;
