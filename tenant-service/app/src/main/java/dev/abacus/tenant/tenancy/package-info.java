/**
 * The companies that share the platform: their life, their plans, the shard that each is on, and the resumable steps
 * that set one up. A core domain, because everything else in the suite happens inside a tenant and this module needs
 * nothing of what happens there.
 */
@CoreDomain
@ApplicationModule(allowedDependencies = "api")
package dev.abacus.tenant.tenancy;

import dev.abacus.kernel.tier.CoreDomain;
import org.springframework.modulith.ApplicationModule;
