package dev.abacus.seed.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A release of the demo, unpacked to where the commands can read it. */
record ReleaseCopy(Path directory) {

    static final List<String> VAT_NUMBERS = List.of(
            "release.yaml",
            "010-column.sql",
            "020-fill.sql",
            "030-unique.sql",
            "040-register.sql",
            "050-checked-at.sql",
            "undo/010.sql",
            "undo/030.sql",
            "undo/040.sql",
            "undo/050.sql");

    static final List<String> CREDIT_LIMITS =
            List.of("release.yaml", "010-raise.sql", "020-oldest.sql", "030-house-account.sql");

    /** @param name of its folder among this module's resources, and of its directory below the other one */
    static ReleaseCopy of(String name, List<String> files, Path below) {
        ReleaseCopy copy = new ReleaseCopy(below.resolve(name));
        files.forEach(file -> copy.unpack("/sql/" + name + "/" + file, copy.directory.resolve(file)));
        return copy;
    }

    private void unpack(String resource, Path to) {
        try (InputStream from = ReleaseCopy.class.getResourceAsStream(resource)) {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return directory.getFileName().toString();
    }
}
