package dev.abacus.sql.cli;

import dev.abacus.sql.drive.RunRecord;
import dev.abacus.sql.drive.TargetRecord;
import dev.abacus.sql.drive.TargetState;
import dev.abacus.sql.plan.Estimate;
import dev.abacus.sql.plan.Plan;
import dev.abacus.sql.review.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How things read in a terminal. */
final class Wording {

    private static final int SHOWN = 10;

    private Wording() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append(plan.release().name())
                .append(", by ")
                .append(plan.release().author())
                .append(", ");
        text.append(plan.release().checksum(), 0, 12).append('\n');
        for (List<String> wave : plan.waves()) {
            text.append("  wave of ").append(wave.size()).append(": ");
            text.append(String.join(", ", wave.subList(0, Math.min(SHOWN, wave.size()))));
            text.append(wave.size() > SHOWN ? ", …\n" : "\n");
        }
        String target = "";
        for (Estimate estimate : plan.estimates()) {
            if (!estimate.target().equals(target)) {
                target = estimate.target();
                text.append("On ").append(target).append(":\n");
            }
            text.append("  ").append(estimate).append('\n');
        }
        plan.findings().forEach(finding -> text.append(finding).append('\n'));
        text.append(plan.of(Level.ERROR).size()).append(" errors, ");
        text.append(plan.of(Level.APPROVAL).size()).append(" to approve of, ");
        text.append(plan.of(Level.WARNING).size()).append(" warnings. Nothing was written.");
        return text.toString();
    }

    static String of(RunRecord run, List<TargetRecord> targets) {
        String counts =
                targets.stream()
                        .collect(Collectors.groupingBy(TargetRecord::state, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().ordinal()))
                        .map(entry ->
                                entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(run.name() + ": " + run.state());
        text.append(run.driven() ? ", driven by " + run.driver() : "")
                .append("; targets: ")
                .append(counts);
        text.append(run.message().isEmpty() ? "" : "\n  " + run.message());
        targets.stream()
                .filter(target -> target.state() == TargetState.FAILED)
                .limit(SHOWN)
                .forEach(target ->
                        text.append("\n  ").append(target.target()).append(": ").append(target.message()));
        return text.toString();
    }

    static String report(List<TargetRecord> targets) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-40s %4s %-8s %8s %6s %10s %10s%n",
                "target",
                "wave",
                "state",
                "attempts",
                "ran",
                "rows",
                "took"));
        targets.forEach(target -> text.append(String.format(
                Locale.ROOT,
                "%-40s %4d %-8s %8d %6d %10d %10s%n",
                target.target(),
                target.wave() + 1,
                target.state(),
                target.attempts(),
                target.ran(),
                target.rows(),
                seconds(target.took()))));
        Duration all = targets.stream().map(TargetRecord::took).reduce(Duration.ZERO, Duration::plus);
        long rows = targets.stream().mapToLong(TargetRecord::rows).sum();
        return text.append(targets.size() + " targets, " + rows + " rows, " + seconds(all) + " of work")
                .toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
}
