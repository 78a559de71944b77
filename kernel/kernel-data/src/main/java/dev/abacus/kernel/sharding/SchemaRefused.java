package dev.abacus.kernel.sharding;

import dev.abacus.kernel.schema.Refusal;
import dev.abacus.lane.LaneTag;
import java.util.List;
import java.util.stream.Collectors;

/** This build must not touch the schema; nothing was changed, and the process does not start. */
final class SchemaRefused extends RuntimeException {

    private SchemaRefused(String message) {
        super(message);
    }

    static SchemaRefused because(String service, LaneTag lane, List<Refusal> refusals) {
        return new SchemaRefused((lane == null ? "The baseline's" : "Lane " + lane + "'s") + " build of " + service
                + " does not fit the schema that is in use; nothing was changed:\n"
                + refusals.stream().map(refusal -> "    " + refusal).collect(Collectors.joining("\n")));
    }

    /** @param lacking which shard lacks what */
    static SchemaRefused behind(String service, List<String> lacking) {
        return new SchemaRefused(
                "The schema of " + service + " is older than this build: " + String.join("; ", lacking));
    }
}
