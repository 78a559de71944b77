/** The APIs of all services on one page, as they are called from outside. */
@Interface
package dev.abacus.gateway.apidocs;

import dev.abacus.kernel.tier.Interface;
