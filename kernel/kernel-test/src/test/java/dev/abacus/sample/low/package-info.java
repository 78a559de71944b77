@CoreDomain
package dev.abacus.sample.low;

import dev.abacus.kernel.tier.CoreDomain;
