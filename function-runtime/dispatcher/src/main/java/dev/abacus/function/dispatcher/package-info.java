/**
 * The shared function runtime's front: what functions there are, in which versions, who called them, and the processes that
 * they run in. Two dispatchers share one database and hold nothing that a restart would lose.
 */
@CoreDomain
package dev.abacus.function.dispatcher;

import dev.abacus.kernel.tier.CoreDomain;
