package dev.abacus.function.dispatcher.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Settings as people write them: YAML, one value to a key. */
final class SettingsText {

    private static final int LONGEST = 64 * 1024;

    private SettingsText() {}

    /**
     * @param text null or blank for none
     * @throws IllegalArgumentException when it is anything but keys with single values
     */
    static Map<String, String> read(String text) {
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setAllowDuplicateKeys(false);
        Object read;
        try {
            read = new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("this is no YAML: " + e.getMessage(), e);
        }
        if (!(read instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("settings are keys with values");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value == null || value instanceof Iterable<?> || value instanceof Map<?, ?>) {
                throw new IllegalArgumentException("the setting " + key + " takes one value");
            }
            settings.put(String.valueOf(key), String.valueOf(value));
        });
        return settings;
    }
}
