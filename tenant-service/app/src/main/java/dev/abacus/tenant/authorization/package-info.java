/**
 * Who works in a tenant and what each may do: users, their passwords, roles as sets of permission points, and the answer
 * to "may he, now?" that every service asks for. A core domain, because each use case of the suite starts from that
 * answer.
 */
@CoreDomain
@ApplicationModule(allowedDependencies = {"api", "tenancy"})
package dev.abacus.tenant.authorization;

import dev.abacus.kernel.tier.CoreDomain;
import org.springframework.modulith.ApplicationModule;
