package dev.abacus.kernel.security;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads access from Redis, where tenant-service keeps it, and asks tenant-service itself when the entry is missing, older
 * than the tenant's access version, or Redis is not there.
 *
 * <p>An entry that was computed before a change can be written after it, but never counts: its version is lower than the
 * tenant's.
 */
public final class RemoteAccessDirectory implements AccessDirectory {

    private static final Logger log = LoggerFactory.getLogger(RemoteAccessDirectory.class);

    private final StringRedisTemplate redis;
    private final RestClient tenantService;
    private final JsonMapper json;

    /** @param tenantService a client whose calls carry this service's own token with scope {@code internal} */
    public RemoteAccessDirectory(StringRedisTemplate redis, RestClient tenantService, JsonMapper json) {
        this.redis = redis;
        this.tenantService = tenantService;
        this.json = json;
    }

    /** Where the tenant's access version stands. */
    public static String versionKey(TenantId tenant) {
        return "access:" + tenant + ":version";
    }

    /** Where what one user may do stands, as the JSON of {@link Access}. */
    public static String entryKey(TenantId tenant, UserId user) {
        return "access:" + tenant + ":" + user;
    }

    @Override
    public Optional<Access> find(TenantId tenant, UserId user) {
        return cached(tenant, user).or(() -> ask(tenant, user));
    }

    private Optional<Access> cached(TenantId tenant, UserId user) {
        try {
            List<String> found = redis.opsForValue().multiGet(List.of(versionKey(tenant), entryKey(tenant, user)));
            if (found == null || found.get(0) == null || found.get(1) == null) {
                return Optional.empty();
            }
            Access access = json.readValue(found.get(1), Access.class);
            return access.version() == Long.parseLong(found.get(0)) ? Optional.of(access) : Optional.empty();
        } catch (DataAccessException | JacksonException | NumberFormatException e) {
            log.warn("access not readable from Redis, asking tenant-service: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Access> ask(TenantId tenant, UserId user) {
        try {
            return Optional.ofNullable(tenantService
                    .get()
                    .uri("/internal/access/{tenant}/{user}", tenant, user)
                    .exchange((request, response) -> {
                        if (response.getStatusCode() == HttpStatus.NOT_FOUND) {
                            return null;
                        }
                        if (response.getStatusCode().isError()) {
                            throw response.createException();
                        }
                        return response.bodyTo(Access.class);
                    }));
        } catch (RestClientException | org.springframework.security.core.AuthenticationException e) {
            throw new AccessUnknown(e);
        }
    }
}
