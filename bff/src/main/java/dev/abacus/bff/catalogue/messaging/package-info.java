/** News of products from inventory-service, for what is remembered of them. */
@Interface
package dev.abacus.bff.catalogue.messaging;

import dev.abacus.kernel.tier.Interface;
