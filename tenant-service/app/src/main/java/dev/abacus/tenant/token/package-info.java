/**
 * The suite's token issuer: OpenID Connect for people (authorization code with PKCE), client credentials for the
 * platform's own programs, the page where people sign in, and the keys that tokens are signed with. Of the application
 * tier, because it joins who a user is with what a token says of him.
 */
@Application
@ApplicationModule(allowedDependencies = {"api", "tenancy", "authorization"})
package dev.abacus.tenant.token;

import dev.abacus.kernel.tier.Application;
import org.springframework.modulith.ApplicationModule;
