/**
 * How much one tenant may ask for. An interface-tier library rather than a part of the kernel: only the doors of the
 * suite count requests, the gateway each request and the BFF what a GraphQL operation costs, both in the same buckets.
 */
@Interface
package dev.abacus.quota;

import dev.abacus.kernel.tier.Interface;
