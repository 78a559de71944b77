package dev.abacus.tenant.authorization;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.time.Instant;

/**
 * Somebody who has proved who he is.
 *
 * @param name for people to read
 * @param tokensNotBefore tokens issued before this moment do not count
 */
public record SignedInUser(TenantId tenant, UserId user, String username, String name, Instant tokensNotBefore) {}
