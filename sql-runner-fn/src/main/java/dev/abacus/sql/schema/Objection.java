package dev.abacus.sql.schema;

/** Why a build must not migrate a target. */
public record Objection(String file, String reason) {

    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
