/** The form of the GraphQL endpoint: scalars, errors, and what one operation may cost. */
@Interface
package dev.abacus.bff.graphql;

import dev.abacus.kernel.tier.Interface;
