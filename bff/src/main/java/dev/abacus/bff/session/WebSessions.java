package dev.abacus.bff.session;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.session.SessionCaller;
import dev.abacus.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions, in Redis under the hash of their cookie and sealed, so that every instance of the BFF knows them, a
 * restart ends none, and a look into Redis shows no token. Beside the sealed part stands whose session it is, for the
 * gateway, which counts requests per tenant and decides lanes but has no business with tokens.
 */
@Component
class WebSessions {

    private static final String SEALED = "sealed";
    private static final Duration LOCKED = Duration.ofSeconds(10);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Seal seal;
    private final SessionProperties properties;
    private final Clock clock;

    WebSessions(StringRedisTemplate redis, JsonMapper json, SessionProperties properties, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.seal = new Seal(properties.key());
        this.properties = properties;
        this.clock = clock;
    }

    SessionId begin(WebSession session, UserId user) {
        SessionId id = SessionId.random();
        var caller = new SessionCaller(session.tenant(), user);
        redis.opsForHash().put(id.key(), SessionCaller.FIELD, caller.toString());
        save(id, session);
        return id;
    }

    /** The session, which lives on for another while by being asked for. */
    Optional<WebSession> find(SessionId id) {
        Object sealed = redis.opsForHash().get(id.key(), SEALED);
        if (sealed == null) {
            return Optional.empty();
        }
        Optional<WebSession> session = seal.open((String) sealed, id.key())
                .map(text -> json.readValue(text, WebSession.class))
                .filter(found -> clock.instant().isBefore(found.begunAt().plus(properties.longest())));
        if (session.isPresent()) {
            redis.expire(id.key(), life(session.get()));
        } else {
            end(id);
        }
        return session;
    }

    void save(SessionId id, WebSession session) {
        redis.opsForHash().put(id.key(), SEALED, seal.close(json.writeValueAsString(session), id.key()));
        redis.expire(id.key(), life(session));
    }

    void end(SessionId id) {
        redis.delete(id.key());
    }

    /** Whether the caller alone may refresh the session's tokens now; he unlocks when done. */
    boolean lock(SessionId id) {
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(id.key() + ":refreshing", "1", LOCKED));
    }

    void unlock(SessionId id) {
        redis.delete(id.key() + ":refreshing");
    }

    private Duration life(WebSession session) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, session.begunAt().plus(properties.longest()));
        return left.compareTo(properties.idle()) < 0 ? left : properties.idle();
    }
}
