/** How much a caller may ask for: per tenant once he is known, per address before. */
@Interface
package dev.abacus.gateway.quota;

import dev.abacus.kernel.tier.Interface;
