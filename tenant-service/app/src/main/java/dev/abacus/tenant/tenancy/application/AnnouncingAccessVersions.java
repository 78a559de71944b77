package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.AccessVersionCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Tells the cache of new access versions, and keeps telling while the cache is away: when it comes back with what it
 * knew before, that must not be believed for long. The event's consumer does the same for a process that died.
 */
@Service
class AnnouncingAccessVersions {

    private static final Logger log = LoggerFactory.getLogger(AnnouncingAccessVersions.class);

    private final Map<TenantId, Long> owed = new ConcurrentHashMap<>();
    private final AccessVersionCache cache;

    AnnouncingAccessVersions(AccessVersionCache cache) {
        this.cache = cache;
    }

    /** Never fails: the change is committed already. */
    void announce(TenantId tenant, long version) {
        try {
            cache.advance(tenant, version);
            owed.computeIfPresent(tenant, (id, late) -> late <= version ? null : late);
        } catch (DataAccessException e) {
            log.warn("access version {} of tenant {} is announced later: {}", version, tenant, e.getMessage());
            owed.merge(tenant, version, Math::max);
        }
    }

    @Scheduled(fixedDelayString = "${abacus.access.announce-every:1s}")
    void catchUp() {
        owed.forEach(this::announce);
    }
}
