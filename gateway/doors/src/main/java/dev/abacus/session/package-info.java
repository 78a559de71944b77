/** A browser's session as both doors see it: the BFF keeps it, the gateway only asks whose it is. */
@Interface
package dev.abacus.session;

import dev.abacus.kernel.tier.Interface;
