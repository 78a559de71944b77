package dev.abacus.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A directory into which tests drop builds of the page. */
final class BuildsOnDisk {

    private final Path path;

    BuildsOnDisk() {
        try {
            path = Files.createTempDirectory("front-end");
            Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** A build with an entry, a script and a chunk, each of which names the build. */
    void drop(String build, int apiLevel, int oldestApiLevel) {
        Map<String, String> files = files(build);
        files.forEach((name, text) -> write(build, name, text));
        write(build, "manifest.json", manifest(build, apiLevel, oldestApiLevel, files));
    }

    static Map<String, String> files(String build) {
        return new TreeMap<>(Map.of(
                "index.html", "<!DOCTYPE html><script type=\"module\" src=\"/app/builds/%BUILD%/app.js\"></script>",
                "app.js", "// " + build,
                "chunks/orders.4f3a.js", "// orders of " + build));
    }

    static String manifest(String build, int apiLevel, int oldestApiLevel, Map<String, String> files) {
        Map<String, String> assets = new TreeMap<>();
        files.forEach((name, text) -> assets.put(name, sha256(text)));
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "build", build,
                        "entry", "index.html",
                        "apiLevel", apiLevel,
                        "oldestApiLevel", oldestApiLevel,
                        "assets", assets));
    }

    void write(String build, String name, String text) {
        try {
            Path file = path.resolve(build).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String build) {
        delete(path.resolve(build));
    }

    private void delete() {
        delete(path);
    }

    private static void delete(Path what) {
        try {
            FileSystemUtils.deleteRecursively(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
