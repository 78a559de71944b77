package dev.abacus.kernel.sqlguard;

/**
 * The guard let a statement not through: a defect of the code that made it, never of the request. Unchecked and no
 * {@code SQLException}, so that no layer above mistakes it for a fault of the database and tries again.
 */
public final class SqlRefused extends RuntimeException {

    private final Rule rule;
    private final String digest;

    SqlRefused(Rule rule, String explanation, StatementDigest digest) {
        super(rule.code() + ": " + explanation + " [" + digest.id() + "] " + digest.text());
        this.rule = rule;
        this.digest = digest.id();
    }

    /** The rule that it breaks. */
    public Rule rule() {
        return rule;
    }

    /** Names the statement without its values; equal for statements that differ in literals only. */
    public String digest() {
        return digest;
    }
}
