/** Where to: paths to services, services to instances of the registry, and what is said when there is none. */
@Interface
package dev.abacus.gateway.routing;

import dev.abacus.kernel.tier.Interface;
