/** What comes in from outside: which headers pass, and how large a body a stranger may send. */
@Interface
package dev.abacus.gateway.door;

import dev.abacus.kernel.tier.Interface;
