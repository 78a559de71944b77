package dev.abacus.function.worker;

import dev.abacus.function.platform.Cache;
import dev.abacus.function.platform.Configuration;
import dev.abacus.function.platform.Invocations;
import dev.abacus.function.platform.Locks;
import dev.abacus.function.platform.NotProvided;
import dev.abacus.function.platform.Platform;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.platform.TenantData;
import dev.abacus.function.wire.Events;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Question.Verb;
import dev.abacus.function.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The platform as the host gives it, to one call: the host knows the call's tenant and lane, and asks nobody for them. */
record AskedPlatform(long call, Asking asking, Configuration configuration) implements Platform {

    /** Before the first call there are settings only: all else is some tenant's, and who would hear the answer is loading. */
    static Platform ofNoCall(Configuration settings) {
        return new AskedPlatform(0, null, settings);
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
    public TenantData tenantData(String service) {
        return new AskedData(service, service(service));
    }

    @Override
    public ServiceClient service(String name) {
        return (method, path, body) -> {
            Reply reply = ask(Question.of(Verb.CALL, name, method, path)
                    .with(body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
            int status = Integer.parseInt(reply.values().getFirst());
            String answer = new String(reply.body(), StandardCharsets.UTF_8);
            if (status == 0) {
                throw new IOException(name + " does not answer: " + answer);
            }
            return new ServiceClient.Answer(status, answer);
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
        if (asking == null) {
            throw new NotProvided("before the first call there are settings only");
        }
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
