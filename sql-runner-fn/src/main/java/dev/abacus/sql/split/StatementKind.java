package dev.abacus.sql.split;

import java.util.Set;

/** What a statement is to a transaction, by its first words. */
public enum StatementKind {
    /** Changes structure; commits what is open, cannot be rolled back. */
    STRUCTURE,
    /** Changes rows, within a transaction. */
    ROWS,
    /** Only reads. */
    READ,
    /** Begins or ends transactions, or takes locks. */
    TRANSACTION,
    /** Sets something for the session or the server. */
    SETTING,
    /** A call or a block: nobody can see what it does. */
    OTHER;

    private static final Set<String> STRUCTURAL = Set.of(
            "CREATE",
            "ALTER",
            "DROP",
            "RENAME",
            "TRUNCATE",
            "ANALYZE",
            "OPTIMIZE",
            "REPAIR",
            "CHECK",
            "GRANT",
            "REVOKE",
            "FLUSH",
            "RESET",
            "INSTALL",
            "UNINSTALL",
            "KILL",
            "PURGE",
            "CHANGE",
            "STOP",
            "CACHE");
    private static final Set<String> CHANGING = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD");
    private static final Set<String> READING =
            Set.of("SELECT", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "VALUES", "TABLE", "(", "HELP");
    private static final Set<String> TRANSACTIONAL =
            Set.of("START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "LOCK", "UNLOCK", "XA", "END");

    public static StatementKind of(Words words) {
        String first = words.at(0);
        if (first.equals("WITH")) {
            return words.have("UPDATE") || words.have("DELETE") || words.have("INSERT") ? ROWS : READ;
        }
        if (first.equals("BEGIN")) {
            return words.at(1).equals("NOT") ? OTHER : TRANSACTION;
        }
        if (first.equals("SET") || first.equals("USE")) {
            return words.at(1).equals("STATEMENT") ? OTHER : SETTING;
        }
        if (STRUCTURAL.contains(first)) {
            return STRUCTURE;
        }
        if (CHANGING.contains(first)) {
            return ROWS;
        }
        if (READING.contains(first)) {
            return READ;
        }
        return TRANSACTIONAL.contains(first) ? TRANSACTION : OTHER;
    }
}
