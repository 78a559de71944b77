package dev.abacus.gateway.frontend;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The directory with the kept builds, each in one named after it. */
final class BuildDirectory {

    private static final String MANIFEST = "manifest.json";

    private final Path directory;
    private final JsonMapper json;

    BuildDirectory(Path directory, JsonMapper json) {
        this.directory = directory;
        this.json = json;
    }

    /** The ids of what looks like a build. */
    List<String> ids() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(MANIFEST)))
                    .map(entry -> entry.getFileName().toString())
                    .filter(Manifest::isId)
                    .sorted()
                    .toList();
        }
    }

    /**
     * @throws IOException when a file of it is missing, leads elsewhere, or all together have more than {@code most} bytes
     * @throws IllegalArgumentException when it is not what its manifest says
     */
    Build read(String id, long most) throws IOException {
        Path home = directory.resolve(id).toRealPath();
        Manifest manifest = manifest(id, home, most);
        Map<String, Asset> assets = new HashMap<>();
        long left = most;
        for (var listed : manifest.assets().entrySet()) {
            Asset asset = Asset.of(listed.getKey(), content(home, listed.getKey(), left));
            if (!asset.sha256().equalsIgnoreCase(listed.getValue())) {
                throw new IllegalArgumentException(listed.getKey() + " is not what the manifest lists");
            }
            left -= asset.content().length;
            assets.put(listed.getKey(), asset);
        }
        return new Build(manifest, assets, json);
    }

    private Manifest manifest(String id, Path home, long most) throws IOException {
        try {
            Manifest manifest = json.readValue(content(home, MANIFEST, most), Manifest.class);
            if (!manifest.build().equals(id)) {
                throw new IllegalArgumentException("the directory " + id + " holds the build " + manifest.build());
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the manifest cannot be read: " + e.getOriginalMessage());
        }
    }

    /** A link that leads out of the build would publish whatever it points at. */
    private static byte[] content(Path home, String path, long most) throws IOException {
        Path file = home.resolve(path).toRealPath();
        if (!file.startsWith(home) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is no file of the build");
        }
        if (Files.size(file) > most) {
            throw new IOException("there is no room left for " + path);
        }
        return Files.readAllBytes(file);
    }

    /** Puts a build there, at once and whole; does nothing when it is there. */
    void keep(Build build) throws IOException {
        Path home = directory.resolve(build.id());
        if (Files.exists(home)) {
            return;
        }
        Path draft = Files.createDirectories(directory.resolve("." + UUID.randomUUID()));
        try {
            write(build, draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another gateway may have been quicker with the same files
            if (!Files.exists(home)) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static void write(Build build, Path draft) throws IOException {
        for (var asset : build.assets().entrySet()) {
            Path file = draft.resolve(asset.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, asset.getValue().content());
        }
        Files.write(draft.resolve(MANIFEST), build.manifestJson());
    }
}
