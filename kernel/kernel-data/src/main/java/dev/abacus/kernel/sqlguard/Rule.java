package dev.abacus.kernel.sqlguard;

import java.util.Locale;

/** The guard's rules. Each has an attack that only it stops; a test takes them out one by one to prove that. */
public enum Rule {

    /**
     * The text is plain: no comments, user variables, escapes, second statements or operators that the database reads
     * in another way than the parser does.
     */
    PLAIN_TEXT,

    /** It is a SELECT, INSERT, UPDATE or DELETE. */
    KNOWN_STATEMENT,

    /** Every word of it is accounted for, in its order, by a node of the syntax tree that the guard knows. */
    UNDERSTOOD,

    /** It names only tables of the catalogue, without a schema. */
    KNOWN_TABLE,

    /** It calls only functions that compute from their arguments; a stored one could read anything. */
    KNOWN_FUNCTION,

    /** Every occurrence of a tenant-scoped table is bound to a tenant within its own query block. */
    SCOPED_TABLE,

    /** Every inserted row of a tenant-scoped table names its tenant. */
    SCOPED_INSERT,

    /** A row's tenant never changes: nothing assigns {@code tenant_id}, in an upsert neither (I2). */
    TENANT_NEVER_ASSIGNED,

    /** System data is read only. */
    READ_ONLY_TABLE,

    /** The tenant named by the statement's values is the tenant in context. */
    SAME_TENANT;

    /** As a metric's tag and in log lines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
