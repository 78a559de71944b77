package dev.abacus.seed.functions;

import dev.abacus.seed.client.Refused;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Begins what was given up anew: one, or all that there are now. What fails again while the others are begun is not begun
 * twice.
 *
 * @param kind what it is, for whoever is told that it is none any more
 * @param none the problem's code when it is none any more: somebody else was quicker
 */
record Anew(PrintStream out, String kind, String none) {

    void all(List<JsonNode> givenUp, Function<String, JsonNode> begin) {
        List<String> ids =
                givenUp.stream().map(one -> one.path("id").asString()).toList();
        long begun = ids.stream().filter(id -> one(id, begin)).count();
        out.println(begun + " of " + ids.size() + " begun anew.");
    }

    private boolean one(String id, Function<String, JsonNode> begin) {
        try {
            Told.state(out, begin.apply(id));
            return true;
        } catch (Refused refused) {
            if (!refused.code().equals(none)) {
                throw refused;
            }
            out.println(id + " is no " + kind + " any more.");
            return false;
        }
    }
}
