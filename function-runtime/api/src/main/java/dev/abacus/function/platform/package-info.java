/**
 * What the platform gives a function: configuration, cache, locks, data, other services and other functions. Each of them
 * keeps to the tenant and the lane of the call that asks.
 */
package dev.abacus.function.platform;
