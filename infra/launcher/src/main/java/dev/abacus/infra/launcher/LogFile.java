package dev.abacus.infra.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The one file that a program's standard output goes to. */
final class LogFile {

    private static final int KEPT = 3;
    private static final long TURN_OVER_AT = 16L << 20;

    /** A class path in a message is longer than a terminal is high. */
    private static final int WIDTH = 300;

    private LogFile() {}

    /** Before a start: each run has its own file, and the last few are kept. */
    static void turnOver(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (!Files.exists(log)) {
            return;
        }
        for (int age = KEPT - 1; age >= 1; age--) {
            if (Files.exists(aged(log, age))) {
                Files.move(aged(log, age), aged(log, age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(log, aged(log, 1), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * While its program runs: a long one is copied and emptied. The program goes on writing at the new end, because it
     * was given the file to append to.
     */
    static void shorten(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > TURN_OVER_AT) {
            Files.copy(log, aged(log, 1), StandardCopyOption.REPLACE_EXISTING);
            Files.write(log, new byte[0]);
        }
    }

    /** The last lines, indented, for a message; empty when there is no such file. */
    static String tail(Path log, int lines) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        int enough = lines * 4_000;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - enough));
            byte[] end = new byte[(int) Math.min(enough, file.length())];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n",
                    all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                            .map(line -> "    " + line.substring(0, Math.min(WIDTH, line.length())))
                            .toList());
        }
    }

    private static Path aged(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }
}
