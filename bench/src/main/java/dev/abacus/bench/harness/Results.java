package dev.abacus.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that figures are kept in. Each section's figures stand between two markers and are replaced by the next run;
 * the words around them, which say what was compared with what, are written by hand.
 */
public final class Results {

    private final Path file;

    public Results(Path file) {
        this.file = file;
    }

    /** Keeps a section's figures, and shows them. */
    public void keep(String section, String loadBefore, String figures) {
        String text =
                """
                `bench/run %s` · %s UTC · %s · load average %s before, %s after

                %s"""
                        .formatted(
                                section,
                                Machine.now(),
                                Machine.describe(),
                                loadBefore,
                                Machine.loadAverage(),
                                figures.strip());
        System.out.println("\n## " + section + "\n\n" + text + "\n");
        replace(section, text);
    }

    private void replace(String section, String text) {
        String begin = "<!-- " + section + ": written by bench/run -->";
        String end = "<!-- end of " + section + " -->";
        try {
            String before = Files.readString(file);
            int from = before.indexOf(begin);
            int to = before.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException(file + " has no place for " + section);
            }
            Files.writeString(
                    file, before.substring(0, from + begin.length()) + "\n" + text + "\n" + before.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
