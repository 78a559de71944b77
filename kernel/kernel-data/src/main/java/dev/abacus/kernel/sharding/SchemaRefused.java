package dev.abacus.kernel.sharding;

import dev.abacus.kernel.schema.Refusal;
import dev.abacus.lane.LaneTag;
import java.util.List;
import java.util.stream.Collectors;

/** This build must not touch the schema; nothing was changed, and the process does not start. */
final class SchemaRefused extends RuntimeException {

    SchemaRefused(String service, LaneTag lane, List<Refusal> refusals) {
        super((lane == null ? "The baseline's" : "Lane " + lane + "'s") + " build of " + service
                + " does not fit the schema that is in use; nothing was changed:\n"
                + refusals.stream().map(refusal -> "    " + refusal).collect(Collectors.joining("\n")));
    }
}
