package dev.abacus.sql.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes releases into a folder. */
public record Folders(Path directory) {

    public static Folders in(Path directory) {
        return new Folders(directory);
    }

    public Folders file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Release read() {
        try {
            return ReleaseFolder.read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
