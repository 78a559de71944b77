package dev.abacus.kernel.outbox;

import dev.abacus.kernel.event.DomainEvent;

/** Where a use case says what happened. */
public interface Events {

    /**
     * Writes {@code event} into the outbox of the current tenant's shard, in the caller's transaction: it is sent if and
     * only if that transaction commits.
     *
     * @throws IllegalStateException when there is no transaction to be part of
     * @throws dev.abacus.kernel.tenancy.NoTenant when no tenant is bound
     */
    void publish(DomainEvent event);
}
