/**
 * What web and mobile see of the suite: one GraphQL schema over the services, shaped for screens, and the sessions that
 * keep tokens out of browsers. Interface tier: it decides nothing about stock, prices or credit, so it can be rebuilt for
 * another screen without touching a service.
 */
@Interface
package dev.abacus.bff;

import dev.abacus.kernel.tier.Interface;
