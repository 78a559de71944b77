package dev.abacus.lane.trial;

import dev.abacus.kernel.tenancy.TenantId;

/** An event that is committed in the sender's outbox. */
public record Sent(TenantId tenant, Counted event) {}
