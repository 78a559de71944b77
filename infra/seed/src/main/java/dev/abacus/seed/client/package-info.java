/**
 * The suite as an outside program sees it: through the gateway, with the published HTTP interfaces and nothing else. No
 * Spring context, only its HTTP client behind the interfaces. The end-to-end tests and benches use it too.
 */
package dev.abacus.seed.client;
