package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sum of Surefire's reports of all modules, in one line that people and CI read alike, after a line for each test that
 * failed: thousands of lines lie between it and the end of a run, and of some runs nothing but the end is kept.
 */
record TestReports(int passed, int failed, int skipped, List<String> failures) {

    private static final Pattern COUNTS = Pattern.compile(
            "<testsuite [^>]*\\btests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\" failures=\"(\\d+)\"");
    private static final Set<String> NO_REPORTS = Set.of("src", ".git", ".abacus", "node_modules");
    /** The opening tag of a report is in its first part, before the properties of the JVM. */
    private static final int OPENING = 2_000;
    /** A failing set-up fails a class with all its tests; more lines than this say no more. */
    private static final int MOST_NAMED = 40;

    static TestReports since(Instant begin, Path root) throws IOException {
        int[] sums = new int[4];
        List<String> failures = new ArrayList<>();
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
                    add(file, sums, failures);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        int failed = sums[1] + sums[3];
        return new TestReports(
                sums[0] - failed - sums[2],
                failed,
                sums[2],
                failures.stream().limit(MOST_NAMED).toList());
    }

    private static boolean isReport(Path file) {
        return file.getParent().endsWith("target/surefire-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static void add(Path report, int[] sums, List<String> failures) throws IOException {
        String text = Files.readString(report);
        Matcher counts = COUNTS.matcher(text.substring(0, Math.min(OPENING, text.length())));
        if (!counts.find()) {
            return;
        }
        for (int column = 0; column < sums.length; column++) {
            sums[column] += Integer.parseInt(counts.group(column + 1));
        }
        if (!counts.group(2).equals("0") || !counts.group(4).equals("0")) {
            failures.addAll(FailedTests.in(text));
        }
    }

    @Override
    public String toString() {
        String sum = passed + " passed, " + failed + " failed, " + skipped + " skipped";
        return Stream.concat(failures.stream().map("FAILED "::concat), Stream.of(sum))
                .collect(Collectors.joining("\n"));
    }
}
