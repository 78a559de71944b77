package dev.abacus.tenant.authorization.cache;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.RemoteAccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.tenancy.AccessVersionCache;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What users may do, in Redis, where the services look before they ask. */
@Component
public class RedisAccessEntries {

    private static final Logger log = LoggerFactory.getLogger(RedisAccessEntries.class);

    /** Nobody's entry is wrong after this; it only keeps Redis from filling up with people who have gone home. */
    private static final Duration KEPT = Duration.ofHours(8);

    private final StringRedisTemplate redis;
    private final AccessVersionCache versions;
    private final JsonMapper json;

    RedisAccessEntries(StringRedisTemplate redis, AccessVersionCache versions, JsonMapper json) {
        this.redis = redis;
        this.versions = versions;
        this.json = json;
    }

    /** Remembers an answer. Without Redis nothing is remembered, and it is asked for again. */
    public void put(TenantId tenant, UserId user, Access access) {
        try {
            redis.opsForValue()
                    .set(RemoteAccessDirectory.entryKey(tenant, user), json.writeValueAsString(access), KEPT);
            versions.advance(tenant, access.version());
        } catch (DataAccessException e) {
            log.warn("access of user {} is not cached: {}", user, e.getMessage());
        }
    }
}
