package dev.abacus.infra.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies of this checkout's own jars, each under its content's hash. Programs run from the copies: a build, be it by
 * {@code up} or by Maven beside it, writes new jars where the old ones were, and a JVM whose jar changes under it breaks.
 *
 * @param root of the checkout, below which Maven builds
 * @param store where the copies are; every stack of this checkout shares them
 */
record Jars(Path root, Path store) {

    /** Versions of one jar that are kept. An older one may be gone while a program runs: it has it open. */
    private static final int KEPT = 5;

    static Jars of(Path root) {
        return new Jars(root, root.resolve(".abacus/jars"));
    }

    /** The same class path with copies in the place of what this checkout builds. */
    String kept(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> isOwn(Path.of(entry)) ? kept(Path.of(entry)).toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isOwn(Path entry) {
        return entry.startsWith(root)
                && entry.getParent().endsWith("target")
                && entry.toString().endsWith(".jar");
    }

    private synchronized Path kept(Path jar) {
        try {
            Path versions = store.resolve(jar.getFileName().toString());
            Path copy = versions.resolve(hash(jar)).resolve(jar.getFileName());
            if (!Files.exists(copy)) {
                Files.createDirectories(copy.getParent());
                Path unfinished = Files.createTempFile(copy.getParent(), "copy", "");
                // with its time, by which the AOT cache knows it again
                Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.setLastModifiedTime(copy.getParent(), FileTime.from(Instant.now()));
            forgetAllBut(KEPT, versions);
            return copy;
        } catch (IOException e) {
            throw new Problem("Cannot copy " + jar + " to " + store + ": " + e);
        }
    }

    private static void forgetAllBut(int newest, Path versions) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(versions)) {
            found.forEach(all::add);
        }
        all.sort(Comparator.comparing(Jars::lastUsed).reversed());
        for (Path old : all.subList(Math.min(newest, all.size()), all.size())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(old)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(old);
        }
    }

    private static FileTime lastUsed(Path version) {
        try {
            return Files.getLastModifiedTime(version);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static String hash(Path jar) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
