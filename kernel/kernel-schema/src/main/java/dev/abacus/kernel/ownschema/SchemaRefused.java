package dev.abacus.kernel.ownschema;

import dev.abacus.sql.schema.Objection;
import java.util.List;
import java.util.stream.Collectors;

/** This build and the schema do not fit; nothing was changed, and the process does not start. */
public final class SchemaRefused extends RuntimeException {

    private SchemaRefused(String message) {
        super(message);
    }

    static SchemaRefused because(String service, String schema, List<Objection> objections) {
        return new SchemaRefused("This build of " + service + " does not fit the schema " + schema
                + "; nothing was changed:\n"
                + objections.stream().map(objection -> "    " + objection).collect(Collectors.joining("\n")));
    }

    static SchemaRefused behind(String service, String schema, String lacking) {
        return new SchemaRefused(
                "The schema of " + service + " is older than this build: " + schema + " lacks " + lacking);
    }
}
