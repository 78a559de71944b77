package dev.abacus.tenant.tenancy.cache;

import dev.abacus.kernel.security.RemoteAccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.AccessVersionCache;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Access versions in Redis, only ever moved up: announcements may arrive in any order and more than once. */
@Component
class RedisAccessVersions implements AccessVersionCache {

    private static final RedisScript<Long> ADVANCE = RedisScript.of(
            """
            local known = tonumber(redis.call('GET', KEYS[1]) or '0')
            if tonumber(ARGV[1]) > known then redis.call('SET', KEYS[1], ARGV[1]) return 1 end
            return 0
            """,
            Long.class);

    private final StringRedisTemplate redis;

    RedisAccessVersions(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void advance(TenantId tenant, long version) {
        redis.execute(ADVANCE, List.of(RemoteAccessDirectory.versionKey(tenant)), Long.toString(version));
    }
}
