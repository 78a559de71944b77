package dev.abacus.kernel.schema;

/**
 * Why a lane's build may not touch the schema.
 *
 * @param line 0 when it is about the script as a whole
 * @param statement its beginning; empty when it is about the script as a whole
 */
public record Refusal(String file, int line, String statement, String reason) {

    static Refusal of(Script script, String reason) {
        return new Refusal(script.path(), 0, "", reason);
    }

    /** About a migration that there is no script of. */
    public static Refusal of(String migration, String reason) {
        return new Refusal(migration, 0, "", reason);
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason + "\n        " + statement;
    }
}
