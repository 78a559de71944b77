package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sum of Surefire's reports of all modules, in one line that people and CI read alike. */
record TestReports(int passed, int failed, int skipped) {

    private static final Pattern COUNTS = Pattern.compile(
            "<testsuite [^>]*\\btests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\" failures=\"(\\d+)\"");
    private static final Set<String> NO_REPORTS = Set.of("src", ".git", ".abacus", "node_modules");
    /** The opening tag of a report is in its first part, before the properties of the JVM. */
    private static final int OPENING = 2_000;

    static TestReports since(Instant begin, Path root) throws IOException {
        int[] sums = new int[4];
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NO_REPORTS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean fresh = !attributes.lastModifiedTime().toInstant().isBefore(begin);
                if (fresh && isReport(file)) {
                    add(file, sums);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        int failed = sums[1] + sums[3];
        return new TestReports(sums[0] - failed - sums[2], failed, sums[2]);
    }

    private static boolean isReport(Path file) {
        return file.getParent().endsWith("target/surefire-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static void add(Path report, int[] sums) throws IOException {
        String text = Files.readString(report);
        Matcher counts = COUNTS.matcher(text.substring(0, Math.min(OPENING, text.length())));
        if (counts.find()) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += Integer.parseInt(counts.group(column + 1));
            }
        }
    }

    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
