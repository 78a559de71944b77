package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a build is made from, as one hash: the names and contents of the poms and main sources below some directories.
 * Contents and not times, which a checkout of another branch and back would change.
 */
final class Fingerprint {

    private static final Set<String> NEVER_SOURCES = Set.of("target", "test", ".git", ".abacus", "node_modules");

    private Fingerprint() {}

    static String of(Path root, List<Path> below, Set<Path> except) throws IOException {
        Set<Path> files = new TreeSet<>();
        for (Path directory : below) {
            collect(directory, except, files);
        }
        MessageDigest hash = sha256();
        for (Path file : files) {
            hash.update(root.relativize(file).toString().getBytes());
            hash.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void collect(Path directory, Set<Path> except, Set<Path> into) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                boolean skipped = except.contains(visited)
                        || NEVER_SOURCES.contains(visited.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith("pom.xml") || file.toString().contains("/src/main/")) {
                    into.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
