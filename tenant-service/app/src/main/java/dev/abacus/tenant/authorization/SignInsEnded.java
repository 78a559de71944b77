package dev.abacus.tenant.authorization;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;

/**
 * All sessions and refresh tokens of this user end with the present transaction: he was removed or disabled, or has a
 * new password. Told inside this process; access tokens end through the access directory.
 */
public record SignInsEnded(TenantId tenant, UserId user) {}
