package dev.abacus.seed.functions;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Releases as they read on a terminal; the same as when they are run from it. */
final class ReleaseWording {

    private final PrintStream out;

    ReleaseWording(PrintStream out) {
        this.out = out;
    }

    void plan(JsonNode plan) {
        out.printf(
                "%s, by %s, %.12s%n",
                plan.path("release").asString(),
                plan.path("author").asString(),
                plan.path("checksum").asString());
        plan.path("waves")
                .forEach(wave -> out.println("  wave of " + wave.path("targets").asInt() + ": "
                        + wave.path("first")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", "))
                        + (wave.path("targets").asInt() > wave.path("first").size() ? ", …" : "")));
        plan.path("estimates")
                .forEach(estimate ->
                        out.println("  on " + estimate.path("target").asString() + "  "
                                + estimate.path("place").asString() + "  "
                                + estimate.path("what").asString()
                                + (estimate.has("rows")
                                        ? ", about " + estimate.path("rows").asLong() + " rows"
                                        : "")));
        plan.path("findings")
                .forEach(finding -> out.println(finding.path("place").asString() + ": "
                        + finding.path("level").asString() + " "
                        + finding.path("rule").asString() + ": "
                        + finding.path("reason").asString()));
        out.println(plan.path("errors").asInt() + " errors, "
                + plan.path("approvals").asInt() + " to approve of, "
                + plan.path("warnings").asInt() + " warnings. Nothing was written.");
    }

    /** In one line. */
    void run(JsonNode run) {
        out.println(run.path("release").asString() + ": " + run.path("state").asString()
                + (run.path("driven").asBoolean()
                        ? ", driven by " + run.path("driver").asString()
                        : ""));
    }

    void status(JsonNode status) {
        run(status);
        out.println("  targets: "
                + status.path("targets").properties().stream()
                        .filter(count -> count.getValue().asInt() > 0)
                        .map(ReleaseWording::count)
                        .collect(Collectors.joining(", "))
                + (status.path("underWay").asInt() > 0
                        ? ", " + status.path("underWay").asInt() + " of them under way"
                        : ""));
        if (!status.path("message").asString().isEmpty()) {
            out.println("  " + status.path("message").asString());
        }
        status.path("failed")
                .forEach(failed -> out.println("  " + failed.path("target").asString() + ": "
                        + failed.path("message").asString()));
    }

    private static String count(Map.Entry<String, JsonNode> count) {
        return count.getValue().asInt() + " " + count.getKey().toLowerCase(Locale.ROOT);
    }

    void report(List<JsonNode> targets) {
        out.printf("%-40s %4s %-8s %8s %6s %10s %10s%n", "target", "wave", "state", "attempts", "ran", "rows", "took");
        targets.forEach(target -> out.printf(
                Locale.ROOT,
                "%-40s %4d %-8s %8d %6d %10d %8.3f s%n",
                target.path("target").asString(),
                target.path("wave").asInt(),
                target.path("state").asString(),
                target.path("attempts").asInt(),
                target.path("ran").asInt(),
                target.path("rows").asLong(),
                target.path("tookMillis").asLong() / 1e3));
    }

    void act(JsonNode act) {
        out.printf(
                "%.19s  %-12s %s%n",
                act.path("at").asString(),
                act.path("who").asString(),
                act.path("what").asString());
    }
}
