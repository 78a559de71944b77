/** What functions get of the platform: cache, locks, other services, other functions; each for the tenant of the call. */
package dev.abacus.function.dispatcher.platform;
