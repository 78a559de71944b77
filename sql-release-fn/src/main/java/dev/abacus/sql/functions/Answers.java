package dev.abacus.sql.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.RunRecord;
import dev.abacus.sql.drive.Shelf.Act;
import dev.abacus.sql.drive.TargetRecord;
import dev.abacus.sql.drive.TargetState;
import dev.abacus.sql.functions.Refused.BadRequest;
import dev.abacus.sql.plan.Plan;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Level;
import java.sql.SQLException;
import java.util.List;

/** What operators are told. Lists come in pages, {@code {items, next}}, as everywhere in the suite. */
final class Answers {

    private static final int NAMED = 10;

    private final Control control;

    Answers(Control control) {
        this.control = control;
    }

    static JsonNode of(Plan plan) {
        Release release = plan.release();
        ObjectNode answer = object().put("release", release.name())
                .put("author", release.author())
                .put("checksum", release.checksum())
                .put("errors", plan.of(Level.ERROR).size())
                .put("approvals", plan.of(Level.APPROVAL).size())
                .put("warnings", plan.of(Level.WARNING).size());
        ArrayNode waves = answer.putArray("waves");
        plan.waves().forEach(wave -> {
            ArrayNode names = waves.addObject().put("targets", wave.size()).putArray("first");
            wave.stream().limit(NAMED).forEach(names::add);
        });
        ArrayNode findings = answer.putArray("findings");
        plan.findings().forEach(finding -> findings.addObject()
                .put("level", finding.level().name())
                .put("rule", finding.rule())
                .put("place", finding.place())
                .put("statement", finding.statement())
                .put("reason", finding.reason()));
        ArrayNode estimates = answer.putArray("estimates");
        plan.estimates().forEach(estimate -> {
            ObjectNode one = estimates
                    .addObject()
                    .put("target", estimate.target())
                    .put("place", estimate.place())
                    .put("what", estimate.what());
            if (estimate.rows() >= 0) {
                one.put("rows", estimate.rows());
            }
        });
        return answer;
    }

    JsonNode approved(Release release, String by) {
        return object().put("release", release.name())
                .put("checksum", release.checksum())
                .put("approvedBy", by);
    }

    JsonNode status(RunRecord run) throws SQLException {
        List<TargetRecord> targets = control.targets().of(run.name());
        ObjectNode answer = row(run);
        ObjectNode counts = answer.putObject("targets");
        for (TargetState state : TargetState.values()) {
            counts.put(
                    state.name(),
                    targets.stream().filter(target -> target.state() == state).count());
        }
        answer.put("underWay", control.handouts().open(run.name()).size());
        answer.put("rows", targets.stream().mapToLong(TargetRecord::rows).sum());
        answer.put(
                "tookMillis",
                targets.stream().mapToLong(target -> target.took().toMillis()).sum());
        ArrayNode failed = answer.putArray("failed");
        targets.stream()
                .filter(target -> target.state() == TargetState.FAILED)
                .limit(NAMED)
                .forEach(target ->
                        failed.addObject().put("target", target.target()).put("message", target.message()));
        return answer;
    }

    JsonNode report(RunRecord run, String after, int limit) throws SQLException {
        List<TargetRecord> targets = control.targets().of(run.name(), after, limit + 1);
        ObjectNode answer = object();
        ArrayNode items = answer.putArray("items");
        targets.stream().limit(limit).forEach(target -> items.addObject()
                .put("target", target.target())
                .put("wave", target.wave() + 1)
                .put("state", target.state().name())
                .put("attempts", target.attempts())
                .put("ran", target.ran())
                .put("rows", target.rows())
                .put("tookMillis", target.took().toMillis())
                .put("message", target.message()));
        return next(answer, targets.size() > limit ? targets.get(limit - 1).target() : null);
    }

    JsonNode history(RunRecord run, String after, int limit) throws SQLException {
        List<Act> acts = control.shelf().acts(run.name(), number(after), limit + 1);
        ObjectNode answer = object();
        ArrayNode items = answer.putArray("items");
        acts.stream().limit(limit).forEach(act -> items.addObject()
                .put("at", act.at().toString())
                .put("who", act.who())
                .put("what", act.what()));
        return next(
                answer, acts.size() > limit ? String.valueOf(acts.get(limit - 1).id()) : null);
    }

    private static long number(String after) {
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new BadRequest("\"after\" is the \"next\" of the page before.");
        }
    }

    JsonNode list(String after, int limit) throws SQLException {
        List<RunRecord> runs = control.runs(after, limit + 1);
        ObjectNode answer = object();
        ArrayNode items = answer.putArray("items");
        runs.stream().limit(limit).forEach(run -> items.add(row(run)));
        return next(answer, runs.size() > limit ? runs.get(limit - 1).name() : null);
    }

    private static ObjectNode row(RunRecord run) {
        return object().put("release", run.name())
                .put("checksum", run.checksum())
                .put("state", run.state().name())
                .put("wave", run.wave())
                .put("driven", run.driven())
                .put("driver", run.driver())
                .put("message", run.message());
    }

    private static ObjectNode object() {
        return Events.JSON.createObjectNode();
    }

    private static JsonNode next(ObjectNode answer, String next) {
        return answer.put("next", next);
    }
}
