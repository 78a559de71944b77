package dev.abacus.seed.functions;

import dev.abacus.seed.client.Refused;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
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

    /** In one line. */
    static void state(PrintStream out, JsonNode invocation) {
        out.println(invocation.path("id").asString() + " is "
                + invocation.path("state").asString());
    }

    static void deadLetter(PrintStream out, JsonNode letter) {
        out.printf(
                "%-20s %.19s  %s after %d attempts: %s%n",
                letter.path("id").asString(),
                letter.path("endedAt").asString(),
                letter.path("state").asString(),
                letter.path("attempt").asInt(),
                failure(letter.path("failure")));
    }

    static void invocation(PrintStream out, JsonNode it) {
        out.printf(
                "%s of %s is %s%n",
                it.path("id").asString(), it.path("function").asString(), whereabouts(it));
        fact(out, "tenant", it.path("tenant"));
        fact(out, "lane", it.path("lane"));
        fact(out, "ordering key", it.path("orderingKey"));
        fact(out, "accepted", it.path("acceptedAt"));
        fact(out, "due", it.path("dueAt"));
        fact(out, "ended", it.path("endedAt"));
        it.path("attempts").forEach(attempt -> attempt(out, attempt));
        it.path("deliveries").forEach(delivery -> delivery(out, delivery));
        fact(out, "result", it.path("result"));
    }

    private static String whereabouts(JsonNode it) {
        String state = it.path("state").asString();
        return it.path("deadLetter").asBoolean() ? state + ", a dead letter" : state;
    }

    private static void fact(PrintStream out, String name, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            out.printf("  %-13s %s%n", name, value.asString());
        }
    }

    private static void attempt(PrintStream out, JsonNode attempt) {
        Instant from = Instant.parse(attempt.path("startedAt").asString());
        Instant to = Instant.parse(attempt.path("endedAt").asString());
        out.printf(
                "  attempt %-5d %s  version %d, %d ms on %s: %s%s%n",
                attempt.path("number").asInt(),
                from,
                attempt.path("version").asInt(),
                Duration.between(from, to).toMillis(),
                attempt.path("dispatcher").asString(),
                attempt.path("failure").isNull() ? "succeeded" : failure(attempt.path("failure")),
                attempt.path("counted").asBoolean() ? "" : " (not counted: the runtime's fault)");
    }

    private static void delivery(PrintStream out, JsonNode delivery) {
        JsonNode done = delivery.path("deliveredAt");
        out.printf(
                "  to %s %s: %s%n",
                delivery.path("kind").asString(),
                delivery.path("target").asString(),
                done.isNull()
                        ? delivery.path("attempts").asInt() + " attempts, "
                                + delivery.path("failure").asString("not yet delivered")
                        : "delivered " + done.asString());
    }

    /** A delivery by itself: with whose result it brings. */
    static void owed(PrintStream out, JsonNode delivery) {
        out.printf(
                "%-20s %.19s  of %s to %s %s: %d attempts, %s%n",
                delivery.path("id").asString(),
                delivery.path("createdAt").asString(),
                delivery.path("invocation").asString(),
                delivery.path("kind").asString(),
                delivery.path("target").asString(),
                delivery.path("attempts").asInt(),
                delivery.path("failure").asString("no failure so far"));
    }

    private static String failure(JsonNode failure) {
        return failure.path("type").asString() + ": " + failure.path("message").asString();
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
