/** The four tiers of the suite, as annotations on a module's {@code package-info}; a lower tier never sees a higher one. */
package dev.abacus.kernel.tier;
