package dev.abacus.function.dispatcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last settings that were published, for a start with Nacos away. Only this user reads them: settings may be secrets. */
final class KeptSettings {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSettings.class);

    private final Path directory;

    KeptSettings(Path directory) {
        this.directory = directory;
    }

    Optional<String> read(String function) {
        try {
            Path file = file(function);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The settings kept of {} cannot be read: {}", function, e.toString());
            return Optional.empty();
        }
    }

    /** Written beside and renamed: a half file is never read. */
    void write(String function, String text) {
        try {
            Files.createDirectories(directory);
            var onlyMe = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path beside = Files.createTempFile(directory, function, ".new", onlyMe);
            Files.writeString(beside, text == null ? "" : text);
            Files.move(beside, file(function), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The settings of {} cannot be kept: {}", function, e.toString());
        }
    }

    private Path file(String function) {
        return directory.resolve(function + ".yaml");
    }
}
