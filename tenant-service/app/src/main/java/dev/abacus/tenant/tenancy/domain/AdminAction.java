package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.tenancy.TenantId;
import java.time.Instant;

/**
 * Something that an operator of the platform did.
 *
 * @param tenant {@code null} when it concerned no single tenant
 * @param detail what exactly, for people to read; never a secret
 */
public record AdminAction(
        long id, Instant at, String actor, String action, TenantId tenant, String detail, String requestId) {}
