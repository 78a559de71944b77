package dev.abacus.function.worker;

import dev.abacus.function.platform.Configuration;
import java.util.Map;
import java.util.Optional;

/** Configuration as the host pushes it. */
final class LiveSettings implements Configuration {

    private volatile Map<String, String> settings;

    LiveSettings(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    void become(Map<String, String> changed) {
        settings = Map.copyOf(changed);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
