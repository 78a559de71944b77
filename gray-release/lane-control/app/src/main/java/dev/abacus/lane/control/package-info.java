/**
 * The control plane of lanes. It keeps the record of which lanes there are, publishes their rules, decides for each
 * consumer group on each lane who consumes it, and ends a lane only when nothing with its tag is left. Requests and
 * messages go on without it: it is asked before changes, never on the way.
 */
@CoreDomain
package dev.abacus.lane.control;

import dev.abacus.kernel.tier.CoreDomain;
