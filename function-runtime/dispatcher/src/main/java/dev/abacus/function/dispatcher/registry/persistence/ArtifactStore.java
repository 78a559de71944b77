package dev.abacus.function.dispatcher.registry.persistence;

import dev.abacus.function.dispatcher.registry.application.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Artifacts in the database, and those that are used here on this machine's disk. What is on disk is read back and compared
 * before this process first hands it out: the directory may be older than the process, or somebody's.
 */
@Component
class ArtifactStore implements Artifacts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path directory;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    ArtifactStore(JdbcClient jdbc, Clock clock, @Value("${abacus.functions.directory}") Path directory) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.directory = directory.resolve("artifacts");
    }

    @Override
    public String keep(byte[] jar) {
        String sha256 = sha256(jar);
        jdbc.sql("INSERT IGNORE INTO fn_artifact (sha256, content, created_at) VALUES (?, ?, ?)")
                .params(sha256, jar, Columns.time(clock.instant()))
                .update();
        return sha256;
    }

    Path onDisk(String sha256) {
        Path file = directory.resolve(sha256 + ".jar");
        if (verified.contains(sha256) && Files.isRegularFile(file)) {
            return file;
        }
        synchronized (this) {
            try {
                if (!Files.isRegularFile(file)
                        || !sha256(Files.readAllBytes(file)).equals(sha256)) {
                    write(file, fetch(sha256));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            verified.add(sha256);
            return file;
        }
    }

    private byte[] fetch(String sha256) {
        byte[] jar = jdbc.sql("SELECT content FROM fn_artifact WHERE sha256 = ?")
                .param(sha256)
                .query((row, n) -> row.getBytes(1))
                .single();
        if (!sha256(jar).equals(sha256)) {
            throw new IllegalStateException("the artifact " + sha256 + " is not what it was when it was deployed");
        }
        return jar;
    }

    /** Another process that looks meanwhile sees the whole file or none. */
    private void write(Path file, byte[] jar) throws IOException {
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, "fetched", ".part");
        try {
            Files.write(fresh, jar);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
