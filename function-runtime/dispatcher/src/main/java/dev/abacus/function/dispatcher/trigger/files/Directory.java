package dev.abacus.function.dispatcher.trigger.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One directory in which files arrive, and within it those of one trigger that are {@code taken}, {@code done} and {@code failed}.
 * A file's name in there begins with its hash: the same file again is the same name.
 */
final class Directory {

    private static final int HASH = 64;

    /** In bytes; what file systems allow, less the hash. */
    private static final int LONGEST_NAME = 180;

    private final Path arriving;
    private final Path taken;
    private final Path done;
    private final Path failed;

    private Directory(Path arriving, String trigger) throws IOException {
        this.arriving = arriving;
        this.taken = Files.createDirectories(arriving.resolve("taken").resolve(trigger));
        this.done = Files.createDirectories(arriving.resolve("done").resolve(trigger));
        this.failed = Files.createDirectories(arriving.resolve("failed").resolve(trigger));
    }

    /**
     * @param trigger whose it is: two of them may look into one directory, for files of other names
     * @throws IOException also when a link leads it out of the root
     */
    static Directory below(Path root, String name, String trigger) throws IOException {
        Files.createDirectories(root);
        Path directory = root.resolve(name);
        Files.createDirectories(directory);
        Path real = directory.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new IOException(directory + " leads out of " + root);
        }
        return new Directory(real, trigger);
    }

    /** A file that has been taken. */
    record Taken(Path path, String sha256, String name) {}

    /** Whole files only are regular ones without a dot before their name; a link is nobody's file. */
    List<Path> arrived(String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(arriving, pattern)) {
            for (Path file : stream) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !file.getFileName().toString().startsWith(".")) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    List<Taken> taken() throws IOException {
        return hashed(taken);
    }

    List<Taken> failed() throws IOException {
        return hashed(failed);
    }

    private static List<Taken> hashed(Path directory) throws IOException {
        List<Taken> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path file : stream) {
                String name = file.getFileName().toString();
                if (name.length() > HASH + 1) {
                    files.add(new Taken(file, name.substring(0, HASH), name.substring(HASH + 1)));
                }
            }
        }
        return files;
    }

    /** Moves it to where functions read it. */
    void take(Path file) throws IOException {
        try {
            move(
                    file,
                    taken.resolve(
                            sha256(file) + "-" + fitting(file.getFileName().toString())));
        } catch (NoSuchFileException e) {
            // Another dispatcher was quicker.
        }
    }

    void done(Taken file) throws IOException {
        move(file.path(), done.resolve(file.path().getFileName()));
    }

    void failed(Taken file) throws IOException {
        move(file.path(), failed.resolve(file.path().getFileName()));
    }

    void again(Taken file) throws IOException {
        move(file.path(), taken.resolve(file.path().getFileName()));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another dispatcher was quicker.
        }
    }

    /** The end of a long name, which has the kind of file. */
    private static String fitting(String name) {
        String end = name;
        while (end.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            end = end.substring(1);
        }
        return end;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
