package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.TenantId;
import java.time.Instant;

/**
 * Something that an operator of the platform did.
 *
 * @param actor the client whose token it was
 * @param action such as {@code tenant.suspend}
 * @param tenant {@code null} when it concerned no single tenant
 * @param detail what exactly, for people to read; never a secret
 * @param requestId joins it to logs and traces
 */
public record AdminActionView(
        String id, Instant at, String actor, String action, TenantId tenant, String detail, String requestId) {}
