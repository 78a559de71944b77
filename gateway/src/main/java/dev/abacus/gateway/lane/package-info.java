/** Where a request's lane is decided: once, here, for the whole way that it goes. */
@Interface
package dev.abacus.gateway.lane;

import dev.abacus.kernel.tier.Interface;
