package dev.abacus.seed.lanes;

import dev.abacus.seed.client.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A build of the web page, as gateways keep it: the files of a directory and a manifest that lists them. Its id is made of
 * its content, so the same files are the same build, however often they are put there.
 *
 * @param apiLevel the level of the suite's API that the page is written for
 * @param oldestApiLevel the lowest level that the services released together with it still speak
 * @param hashes each file and its SHA-256
 */
record PageBuild(Path directory, int apiLevel, int oldestApiLevel, Map<String, String> hashes) {

    private static final String ENTRY = "index.html";
    private static final String MANIFEST = "manifest.json";
    private static final int DIGITS = 12;

    /** What a gateway takes: plain names, none hidden. */
    private static final Pattern PATH = Pattern.compile("[\\w@][\\w@.-]*(/[\\w@][\\w@.-]*)*");

    /** @throws IllegalArgumentException when a gateway would not take it, with the reason */
    static PageBuild of(Path directory, int apiLevel, int oldestApiLevel) throws IOException {
        if (oldestApiLevel < 1 || oldestApiLevel > apiLevel) {
            throw new IllegalArgumentException("the oldest API level is between 1 and the page's own, " + apiLevel);
        }
        if (!Files.isRegularFile(directory.resolve(ENTRY))) {
            throw new IllegalArgumentException(directory + " has no " + ENTRY + ", with which a page begins");
        }
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                if (!path.equals(MANIFEST)) {
                    hashes.put(plain(path), sha256(Files.readAllBytes(file)));
                }
            }
        }
        return new PageBuild(directory, apiLevel, oldestApiLevel, hashes);
    }

    private static String plain(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    path + " has a name that no gateway serves: letters, digits, _ @ . - and no dot first");
        }
        return path;
    }

    String id() {
        String all = hashes + " " + apiLevel + " " + oldestApiLevel;
        return "page-" + sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** Puts it where gateways look, at once and whole; does nothing when it is there. */
    void into(Path frontEnd) throws IOException {
        Path home = frontEnd.resolve(id());
        if (Files.exists(home)) {
            return;
        }
        // A gateway takes no directory whose name begins with a dot for a build.
        Path draft = Files.createDirectories(frontEnd.resolve("." + UUID.randomUUID()));
        for (String path : hashes.keySet()) {
            Path file = draft.resolve(path);
            Files.createDirectories(file.getParent());
            Files.copy(directory.resolve(path), file);
        }
        Files.write(draft.resolve(MANIFEST), manifest());
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] manifest() {
        return Json.MAPPER.writeValueAsBytes(Map.of(
                "build", id(),
                "entry", ENTRY,
                "apiLevel", apiLevel,
                "oldestApiLevel", oldestApiLevel,
                "assets", hashes));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
