package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import java.util.Map;
import java.util.function.Consumer;

/** What a version is set up by: function.yaml's own, and what whoever operates it says beside that. */
public interface Settings {

    /** As of this moment. May wait shortly for what was never asked for before. */
    Map<String, String> of(DeployedVersion version);

    /** @param listener told the function's name, after the change */
    void onChange(Consumer<String> listener);

    /** Nothing beside function.yaml. */
    Settings DEFINED = new Settings() {
        @Override
        public Map<String, String> of(DeployedVersion version) {
            return version.definition().settings();
        }

        @Override
        public void onChange(Consumer<String> listener) {}
    };
}
