package dev.abacus.tenant.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.AccessVersionCache;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;

class AnnouncingAccessVersionsTest {

    private static final TenantId TENANT = new TenantId(1);

    private final Cache cache = new Cache();
    private final AnnouncingAccessVersions announcing = new AnnouncingAccessVersions(cache);

    private static final class Cache implements AccessVersionCache {
        private final List<Long> told = new ArrayList<>();
        private boolean away;

        @Override
        public void advance(TenantId tenant, long version) {
            if (away) {
                throw new RedisConnectionFailureException("away");
            }
            told.add(version);
        }
    }

    @Test
    void the_cache_is_told_at_once() {
        announcing.announce(TENANT, 2);

        assertThat(cache.told).containsExactly(2L);
    }

    @Test
    void a_cache_that_was_away_is_told_the_newest_when_it_is_back_and_only_once() {
        cache.away = true;
        announcing.announce(TENANT, 2);
        announcing.announce(TENANT, 3);
        announcing.catchUp();

        cache.away = false;
        announcing.catchUp();
        announcing.catchUp();

        assertThat(cache.told).containsExactly(3L);
    }

    @Test
    void what_was_told_in_the_meantime_is_not_owed_any_more() {
        cache.away = true;
        announcing.announce(TENANT, 2);
        cache.away = false;
        announcing.announce(TENANT, 3);
        announcing.catchUp();

        assertThat(cache.told).containsExactly(3L);
    }
}
