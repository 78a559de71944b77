package dev.abacus.function.worker;

import dev.abacus.function.platform.Cache;
import dev.abacus.function.platform.Configuration;
import dev.abacus.function.platform.Invocations;
import dev.abacus.function.platform.Locks;
import dev.abacus.function.platform.NotProvided;
import dev.abacus.function.platform.Platform;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.wire.Events;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Question.Verb;
import dev.abacus.function.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** The platform as the host gives it, to one call: the host knows the call's tenant and lane, and asks nobody for them. */
record AskedPlatform(long call, Asking asking, Configuration configuration) implements Platform {

    /** Before the first call: only what belongs to no tenant is answered. */
    static Platform ofNoCall(Asking asking, Configuration settings) {
        return new AskedPlatform(0, asking, settings);
    }

    @Override
    public Cache cache() {
        return new AskedCache();
    }

    @Override
    public Locks locks() {
        return this::lock;
    }

    @Override
    public DataSource tenantData() {
        throw new NotProvided("this runtime was given no trading data");
    }

    @Override
    public ServiceClient service(String name) {
        return (method, path, body) -> {
            Reply reply = ask(Question.of(Verb.CALL, name, method, path)
                    .with(body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
            return new ServiceClient.Answer(
                    Integer.parseInt(reply.values().getFirst()), new String(reply.body(), StandardCharsets.UTF_8));
        };
    }

    @Override
    public Invocations invocations() {
        return (function, event, key) -> ask(Question.of(Verb.SUBMIT, function, key == null ? "" : key)
                        .with(Events.bytes(event)))
                .values()
                .getFirst();
    }

    private Reply ask(Question question) {
        return asking.ask(call, question);
    }

    private Optional<Locks.Lock> lock(String name, Duration lease) {
        Reply reply = ask(Question.of(Verb.LOCK, name, String.valueOf(lease.toMillis())));
        return reply.values().stream().findFirst().map(token -> new HeldLock(name, Long.parseLong(token)));
    }

    private final class HeldLock implements Locks.Lock {

        private final String name;
        private final long token;

        private HeldLock(String name, long token) {
            this.name = name;
            this.token = token;
        }

        @Override
        public long fencingToken() {
            return token;
        }

        @Override
        public void close() {
            ask(Question.of(Verb.UNLOCK, name, String.valueOf(token)));
        }
    }

    private final class AskedCache implements Cache {

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.ofNullable(ask(Question.of(Verb.CACHE_FIND, key)).body());
        }

        @Override
        public void put(String key, byte[] value, Duration life) {
            ask(Question.of(Verb.CACHE_PUT, key, String.valueOf(life.toMillis()))
                    .with(value));
        }

        @Override
        public void remove(String key) {
            ask(Question.of(Verb.CACHE_REMOVE, key));
        }
    }
}
