package dev.abacus.function.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Values that may be lost at any time, shared by all workers. Keys belong to the function
 * and to the tenant of the call; no function and no tenant sees another's.
 */
public interface Cache {

    Optional<byte[]> find(String key);

    /** Keeps the value for so long at most. */
    void put(String key, byte[] value, Duration life);

    void remove(String key);

    /** What is kept under the key, or what the source gives, which is then kept. Two calls at once may both ask the source. */
    default byte[] get(String key, Duration life, Supplier<byte[]> source) {
        return find(key).orElseGet(() -> {
            byte[] value = source.get();
            put(key, value, life);
            return value;
        });
    }
}
