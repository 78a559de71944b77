package dev.abacus.kernel.sqlguard;

import java.util.EnumSet;
import java.util.Set;

/** Which rules are in force: all of them, except in the tests that prove what each one is for. */
final class Enforcement {

    private final Set<Rule> rules;

    private Enforcement(Set<Rule> rules) {
        this.rules = rules;
    }

    static Enforcement all() {
        return new Enforcement(EnumSet.allOf(Rule.class));
    }

    static Enforcement allBut(Rule rule) {
        return new Enforcement(EnumSet.complementOf(EnumSet.of(rule)));
    }

    boolean enforces(Rule rule) {
        return rules.contains(rule);
    }

    void refuse(Rule rule, String explanation) {
        if (enforces(rule)) {
            throw new Refusal(rule, explanation);
        }
    }

    /** A broken rule, on its way from the depth of a statement to the guard; cached, hence without a stack. */
    static final class Refusal extends RuntimeException {

        final Rule rule;

        Refusal(Rule rule, String explanation) {
            super(explanation, null, false, false);
            this.rule = rule;
        }
    }
}
