package dev.abacus.gateway.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The page that comes with the gateway. Its id is made of its content: other files, another build. */
final class PackagedBuild {

    private static final String FILES = "classpath:/front-end/*.*";
    private static final String ENTRY = "index.html";
    private static final int DIGITS = 12;

    private PackagedBuild() {}

    static Build read(FrontEndProperties properties, JsonMapper json) {
        Map<String, Asset> assets = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                assets.put(file.getFilename(), Asset.of(file.getFilename(), file.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> hashes = new TreeMap<>();
        assets.forEach((path, asset) -> hashes.put(path, asset.sha256()));
        String id = "plain-" + fingerprint(hashes, properties);
        var manifest = new Manifest(id, ENTRY, properties.apiLevel(), properties.oldestApiLevel(), hashes);
        return new Build(manifest, assets, json);
    }

    private static String fingerprint(Map<String, String> hashes, FrontEndProperties properties) {
        String all = hashes.entrySet().stream()
                .map(asset -> asset.getKey() + " " + asset.getValue())
                .collect(Collectors.joining("\n"));
        String levels = properties.apiLevel() + " " + properties.oldestApiLevel();
        return Asset.sha256((all + "\n" + levels).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }
}
