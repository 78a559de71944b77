package dev.abacus.function.dispatcher.platform;

import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.types.Expiration;
import org.springframework.stereotype.Component;

/** Values of functions in Redis, each with an end. */
@Component
class FunctionCache {

    private static final String PREFIX = "fn:";
    private static final int LARGEST = 1024 * 1024;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final StringRedisTemplate redis;

    FunctionCache(RedisConnectionFactory connections) {
        this.redis = new StringRedisTemplate(connections);
    }

    Reply find(Asker asker, Question question) {
        byte[] value = redis.execute((RedisCallback<byte[]>)
                connection -> connection.stringCommands().get(key(asker, question)));
        return Reply.of().with(value);
    }

    Reply put(Asker asker, Question question) {
        if (question.body().length > LARGEST) {
            return Reply.refused("a value of " + question.body().length + " bytes is larger than " + LARGEST);
        }
        Duration life = Duration.ofMillis(Long.parseLong(question.arguments().get(1)));
        if (!life.isPositive() || life.compareTo(LONGEST) > 0) {
            return Reply.refused("a value lives for more than nothing and at most " + LONGEST.toDays() + " days");
        }
        redis.execute((RedisCallback<Boolean>) connection ->
                connection.stringCommands().set(key(asker, question), question.body(), Expiration.from(life), null));
        return Reply.of();
    }

    Reply remove(Asker asker, Question question) {
        redis.execute(
                (RedisCallback<Long>) connection -> connection.keyCommands().del(key(asker, question)));
        return Reply.of();
    }

    private static byte[] key(Asker asker, Question question) {
        return (PREFIX + Names.of(asker, question.arguments().getFirst())).getBytes(StandardCharsets.UTF_8);
    }
}
