package dev.abacus.seed.functions;

import dev.abacus.seed.client.Refused;
import java.io.PrintStream;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How functions and refusals are shown on a terminal. */
final class Told {

    private Told() {}

    static void deployed(PrintStream out, JsonNode version) {
        String lane = version.path("lane").asString(null);
        out.printf(
                "%s version %d is deployed%s, sha256 %.12s%n",
                version.path("function").asString(),
                version.path("version").asInt(),
                lane == null ? "" : " for lane " + lane,
                version.path("sha256").asString());
    }

    static void function(PrintStream out, JsonNode function) {
        out.printf(
                "%-24s %s%n",
                function.path("name").asString(),
                function.path("aliases").valueStream().map(Told::alias).collect(Collectors.joining("  ")));
    }

    private static String alias(JsonNode alias) {
        String text =
                alias.path("alias").asString() + " → " + alias.path("version").asInt();
        return alias.path("second").isNull() || alias.path("second").isMissingNode()
                ? text
                : text + " and for " + alias.path("secondPercent").asString() + " % "
                        + alias.path("second").asInt();
    }

    static void version(PrintStream out, JsonNode version) {
        out.printf(
                "%4d  %.19s  %.12s  %-10s %s: %s%n",
                version.path("version").asInt(),
                version.path("deployedAt").asString(),
                version.path("sha256").asString(),
                version.path("lane").asString("-"),
                version.path("author").asString(),
                version.path("reason").asString());
    }

    static void change(PrintStream out, JsonNode change) {
        out.printf(
                "%.19s  %-12s %-9s %s → %s: %s%n",
                change.path("at").asString(),
                change.path("actor").asString(),
                change.path("action").asString(),
                change.path("before").asString("-"),
                change.path("after").asString("-"),
                change.path("reason").asString());
    }

    static void line(PrintStream out, JsonNode line) {
        out.printf(
                "%.23s  %-7s %s%n",
                line.path("at").asString(),
                line.path("level").asString(),
                line.path("text").asString());
    }

    static void refusal(PrintStream errors, Refused refused) {
        errors.println("fn: " + refused.problem().path("detail").asString(refused.getMessage()));
        String invocation = refused.problem().path("invocation").asString(null);
        if (invocation != null) {
            errors.printf(
                    "  version %d; its log: ./abacus fn logs %s %s%n",
                    refused.problem().path("version").asInt(),
                    refused.problem().path("function").asString(),
                    invocation);
        }
        refused.problem()
                .path("diagnostics")
                .forEach(one -> errors.printf(
                        "  line %d: %s%n",
                        one.path("line").asLong(),
                        one.path("message").asString().replace("\n", "\n    ")));
    }
}
