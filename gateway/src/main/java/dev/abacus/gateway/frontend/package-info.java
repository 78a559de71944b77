/**
 * The web page, by the login's tenant: each build of it is kept whole, and the tenant's lane says which one he gets. An
 * open page goes on loading the files of its own build, until the services behind it no longer speak its language.
 */
@Interface
package dev.abacus.gateway.frontend;

import dev.abacus.kernel.tier.Interface;
