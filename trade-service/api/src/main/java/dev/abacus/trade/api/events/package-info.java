/**
 * What trade-service tells the suite, at least once and in order per {@code aggregate()}. Fields are only ever added;
 * another meaning is another event type.
 */
package dev.abacus.trade.api.events;
