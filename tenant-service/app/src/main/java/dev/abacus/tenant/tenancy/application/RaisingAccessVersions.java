package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.AccessChanged;
import dev.abacus.tenant.tenancy.AccessVersions;
import dev.abacus.tenant.tenancy.domain.AccessVersionBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The truth in the database, the event in its outbox, the cache after the commit. */
@Service
class RaisingAccessVersions implements AccessVersions {

    private final AccessVersionBook book;
    private final Events events;
    private final AnnouncingAccessVersions announcing;

    RaisingAccessVersions(AccessVersionBook book, Events events, AnnouncingAccessVersions announcing) {
        this.book = book;
        this.events = events;
        this.announcing = announcing;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long raise(TenantId tenant) {
        long version = book.raise(tenant);
        TenantContext.run(tenant, () -> events.publish(new AccessChanged(tenant, version)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announcing.announce(tenant, version);
            }
        });
        return version;
    }
}
