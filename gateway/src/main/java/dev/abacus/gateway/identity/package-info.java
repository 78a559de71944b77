/** Who asks: a bearer's token is verified here as each service will verify it again; a session is the BFF's to read. */
@Interface
package dev.abacus.gateway.identity;

import dev.abacus.kernel.tier.Interface;
