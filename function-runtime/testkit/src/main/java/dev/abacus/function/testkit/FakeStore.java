package dev.abacus.function.testkit;

import dev.abacus.function.platform.Cache;
import dev.abacus.function.platform.Locks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Cache and locks, each tenant's own; their time is the test's. */
final class FakeStore {

    private record Key(String tenant, String name) {}

    private record Value(byte[] bytes, Instant end) {}

    private record Holder(long token, Instant end) {}

    private final Clock clock;
    private final Map<Key, Value> values = new HashMap<>();
    private final Map<Key, Holder> holders = new HashMap<>();
    private long lastToken;

    FakeStore(Clock clock) {
        this.clock = clock;
    }

    Cache cacheOf(String tenant) {
        return new Cache() {
            @Override
            public Optional<byte[]> find(String key) {
                synchronized (FakeStore.this) {
                    return Optional.ofNullable(values.get(new Key(tenant, key)))
                            .filter(value -> clock.instant().isBefore(value.end()))
                            .map(value -> value.bytes().clone());
                }
            }

            @Override
            public void put(String key, byte[] value, Duration life) {
                synchronized (FakeStore.this) {
                    values.put(
                            new Key(tenant, key),
                            new Value(value.clone(), clock.instant().plus(life)));
                }
            }

            @Override
            public void remove(String key) {
                synchronized (FakeStore.this) {
                    values.remove(new Key(tenant, key));
                }
            }
        };
    }

    Locks locksOf(String tenant) {
        return (name, lease) -> tryLock(new Key(tenant, name), lease);
    }

    private synchronized Optional<Locks.Lock> tryLock(Key key, Duration lease) {
        Holder holder = holders.get(key);
        if (holder != null && clock.instant().isBefore(holder.end())) {
            return Optional.empty();
        }
        long token = ++lastToken;
        holders.put(key, new Holder(token, clock.instant().plus(lease)));
        return Optional.of(new Locks.Lock() {
            @Override
            public long fencingToken() {
                return token;
            }

            @Override
            public void close() {
                unlock(key, token);
            }
        });
    }

    /** Who has slept past the lease lets go of nothing: the lock is another's. */
    private synchronized void unlock(Key key, long token) {
        Holder holder = holders.get(key);
        if (holder != null && holder.token() == token) {
            holders.remove(key);
        }
    }
}
