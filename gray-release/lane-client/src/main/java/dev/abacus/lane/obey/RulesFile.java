package dev.abacus.lane.obey;

import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.RulesJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last good rules on disk: what a process begins with while nobody can tell it newer ones. */
final class RulesFile {

    private static final Logger log = LoggerFactory.getLogger(RulesFile.class);

    private final Path file;

    /** @param file null for none: nothing is kept then */
    RulesFile(Path file) {
        this.file = file == null ? null : file.toAbsolutePath();
    }

    /** Whole or not at all: written beside and moved over. */
    void write(LaneRules rules) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            Files.writeString(fresh, RulesJson.write(rules));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            log.warn("lane rules {} are in force but not kept in {}: {}", rules.version(), file, e.toString());
        }
    }

    /** A file that is not there or cannot be read counts as none. */
    Optional<LaneRules> read() {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RulesJson.read(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            log.warn("the lane rules in {} cannot be used: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
