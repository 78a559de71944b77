/** The plain page at {@code /app/}, until the web front end comes. */
@Interface
package dev.abacus.bff.page;

import dev.abacus.kernel.tier.Interface;
