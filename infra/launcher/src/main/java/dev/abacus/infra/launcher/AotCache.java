package dev.abacus.infra.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The JVM's ahead-of-time cache of one program: classes loaded and linked, and methods profiled, in an earlier run. It
 * fits one class path and one set of flags, and is named after both, so that after a change it is simply not found.
 */
record AotCache(Path directory, boolean training) {

    static AotCache inUse(Path root) {
        return new AotCache(directory(root), false);
    }

    static AotCache inTraining(Path root) {
        return new AotCache(directory(root), true);
    }

    private static Path directory(Path root) {
        return root.resolve(".abacus/aot");
    }

    /** What to add to the command, if anything: the use of a cache that fits, or in training the making of one. */
    List<String> options(String program, String classPath, List<String> flags) throws IOException {
        Path cache = directory.resolve(program + "-" + fingerprint(classPath, flags) + ".aot");
        if (training) {
            forgetOthers(program);
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private void forgetOthers(String program) throws IOException {
        try (DirectoryStream<Path> old =
                Files.newDirectoryStream(Files.createDirectories(directory), program + "-????????????????.aot")) {
            for (Path cache : old) {
                Files.delete(cache);
            }
        }
    }

    /** Jars count with their size and time, as the JVM itself checks them. */
    private static String fingerprint(String classPath, List<String> flags) throws IOException {
        MessageDigest hash = sha256();
        hash.update(System.getProperty("java.vm.version").getBytes());
        hash.update(String.join(" ", flags).getBytes());
        for (String entry : classPath.split(File.pathSeparator)) {
            File jar = new File(entry);
            hash.update((entry + " " + jar.length() + " " + jar.lastModified()).getBytes());
        }
        return HexFormat.of().formatHex(hash.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
