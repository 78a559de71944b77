package dev.abacus.gateway.frontend;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** One build of the page, whole and unchanging: held in memory, so that what a path means is never asked of a disk. */
final class Build {

    private final Manifest manifest;
    private final Map<String, Asset> assets;
    private final Asset entry;
    private final byte[] manifestJson;

    Build(Manifest manifest, Map<String, Asset> assets, JsonMapper json) {
        this.manifest = manifest;
        this.assets = Map.copyOf(assets);
        String html = new String(assets.get(manifest.entry()).content(), StandardCharsets.UTF_8);
        this.entry = Asset.of(
                manifest.entry(), html.replace("%BUILD%", manifest.build()).getBytes(StandardCharsets.UTF_8));
        this.manifestJson = json.writeValueAsBytes(manifest);
    }

    String id() {
        return manifest.build();
    }

    Asset entry() {
        return entry;
    }

    byte[] manifestJson() {
        return manifestJson;
    }

    Optional<Asset> asset(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    Map<String, Asset> assets() {
        return assets;
    }

    long bytes() {
        return assets.values().stream()
                .mapToLong(asset -> asset.content().length)
                .sum();
    }

    /**
     * Whether the services that this build was released with still speak to {@code page}: neither too old for them nor,
     * after a lane was left, too new.
     */
    boolean speaksTo(Build page) {
        int level = page.manifest.apiLevel();
        return manifest.oldestApiLevel() <= level && level <= manifest.apiLevel();
    }

    @Override
    public String toString() {
        return id();
    }
}
