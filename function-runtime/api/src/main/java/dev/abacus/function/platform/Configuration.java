package dev.abacus.function.platform;

import java.util.Optional;

/** Settings that can change while the function runs; each look gives the value of the moment. */
@FunctionalInterface
public interface Configuration {

    Optional<String> find(String key);

    default String get(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /** @throws NotProvided when the key is not set */
    default String get(String key) {
        return find(key).orElseThrow(() -> new NotProvided("the setting " + key + " is not set"));
    }
}
