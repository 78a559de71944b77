package dev.abacus.infra.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar that carries a native program. */
record Package(Path jar) {

    /** The one whose file name starts so, on a server module's class path. */
    static Package on(Path module, String name) throws IOException {
        return ClassPath.entries(module).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .findFirst()
                .map(Package::new)
                .orElseThrow(() -> new Problem("No " + name + " on the class path of " + module));
    }

    /**
     * Unpacks the entries whose names start with {@code prefix}, less that prefix, all executable, unless the target is
     * there. A target is complete or absent: unpacking that was broken off leaves only a directory nobody looks at.
     */
    void unpack(String prefix, Path target) throws IOException {
        unpack(target, name -> name.startsWith(prefix) ? name.substring(prefix.length()) : "");
    }

    /** Unpacks one entry, under another name, as {@link #unpack(String, Path)} does. */
    void unpackFile(String entry, String as, Path target) throws IOException {
        unpack(target, name -> name.equals(entry) ? as : "");
    }

    private void unpack(Path target, UnaryOperator<String> naming) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path unfinished = Files.createTempDirectory(target.getParent(), target.getFileName() + ".");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = naming.apply(entry.getName());
                if (!name.isEmpty() && !entry.isDirectory()) {
                    copy(zip, entry, unfinished.resolve(name));
                }
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (!file.toFile().setExecutable(true)) {
            throw new Problem("Cannot make " + file + " executable; is its file system mounted noexec?");
        }
    }
}
