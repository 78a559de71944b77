package dev.abacus.tenant.tenancy.messaging;

import dev.abacus.kernel.inbox.Consumes;
import dev.abacus.tenant.api.AccessChanged;
import dev.abacus.tenant.tenancy.AccessVersionCache;
import org.springframework.stereotype.Component;

/** Tells the cache of a new access version when the process that raised it died before it could. */
@Component
class AccessAnnouncements {

    private final AccessVersionCache cache;

    AccessAnnouncements(AccessVersionCache cache) {
        this.cache = cache;
    }

    @Consumes(consumer = "tenant.access-cache")
    void on(AccessChanged event) {
        cache.advance(event.tenant(), event.version());
    }
}
