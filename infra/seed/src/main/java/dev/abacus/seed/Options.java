package dev.abacus.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo is told.
 *
 * @param history a CSV file of past sales, {@code date,sku,quantity,promotion}
 * @param portOffset how far the suite's ports are moved; the launcher says it in {@code abacus.port-offset}
 * @param launcherHome where the launcher keeps its records; it says it in {@code abacus.home}
 */
record Options(Optional<Path> history, int portOffset, Path launcherHome) {

    private static final String USAGE = "usage: ./abacus demo [--history FILE]";

    static Options of(String... arguments) {
        return new Options(
                history(arguments),
                Integer.getInteger("abacus.port-offset", 0),
                Path.of(System.getProperty("abacus.home", ".abacus")));
    }

    private static Optional<Path> history(String... arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        if (arguments.length != 2 || !arguments[0].equals("--history")) {
            throw new Wrong(USAGE);
        }
        Path file = Path.of(arguments[1]);
        if (!Files.isReadable(file)) {
            throw new Wrong("there is no file " + file.toAbsolutePath() + " to read. " + USAGE);
        }
        return Optional.of(file);
    }

    /** The command line cannot be understood. */
    static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }
}
