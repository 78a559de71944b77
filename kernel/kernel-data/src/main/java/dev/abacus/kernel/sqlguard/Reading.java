package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.sqlguard.Word.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement being read: the words still to come, and the tenants found so far.
 *
 * <p>The syntax tree says what should come next; the words say what does. Wherever the two differ, or the reader passes
 * by a part of the tree that it does not know, the next expected word is not there and the statement is refused. So
 * nothing in the text stays unread, and a new version of the parser cannot slip a clause past the guard.
 */
final class Reading {

    private final List<Word> words;
    private final Enforcement enforcement;
    private final List<Integer> tenantParameters = new ArrayList<>();
    private final List<Long> tenantLiterals = new ArrayList<>();
    private boolean touchesTenantTable;
    private int next;
    private int parameters;

    Reading(List<Word> words, Enforcement enforcement) {
        this.words = words;
        this.enforcement = enforcement;
    }

    void refuse(Rule rule, String explanation) {
        enforcement.refuse(rule, explanation);
    }

    /** Refuses a part of the tree that the guard does not know. */
    void unknown(Object node) {
        refuse(
                Rule.UNDERSTOOD,
                (node == null ? "nothing" : node.getClass().getSimpleName()) + " is not allowed before '"
                        + peek().text() + "' at " + peek().start());
    }

    void keywords(String... keywords) {
        for (String keyword : keywords) {
            expect(peek().isKeyword(keyword), keyword);
        }
    }

    void symbol(String symbol) {
        expect(peek().isSymbol(symbol), symbol);
    }

    /** A word that changes nothing, if it is there. */
    void optional(String keyword) {
        if (peek().isKeyword(keyword)) {
            next++;
        }
    }

    /** The name of a table, column or alias. Reserved words need backticks, or the database may read them as syntax. */
    void name(String name) {
        Word word = peek();
        if (word.kind() == Kind.QUOTED_NAME) {
            expect(("`" + word.text() + "`").equals(name) && !word.text().isEmpty(), name);
        } else {
            expect(word.kind() == Kind.NAME && word.text().equals(name) && !ReservedWords.contains(name), name);
        }
    }

    /** The name of a function with its opening parenthesis, which must touch: with a blank between, it may be a stored function. */
    void call(String function) {
        Word name = peek();
        expect(name.isKeyword(function), function);
        expect(peek().isSymbol("(") && name.touches(peek()), "( right after " + function);
    }

    void string(String value) {
        expect(peek().kind() == Kind.STRING && peek().text().equals(value), "a string");
    }

    void number(String value) {
        expect(peek().kind() == Kind.NUMBER && peek().text().equals(value), "a number");
    }

    /** A JDBC parameter; returns its ordinal, counted in the text from 1. */
    int parameter() {
        expect(peek().kind() == Kind.PARAMETER, "?");
        return ++parameters;
    }

    void end() {
        expect(peek().kind() == Kind.END, "the end");
    }

    boolean atKeyword(String keyword) {
        return peek().isKeyword(keyword);
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    void touchesTenantTable() {
        touchesTenantTable = true;
    }

    /** Notes that {@code value} names the tenant, to be compared with the context at each execution. */
    void tenantNamedBy(Operand value) {
        switch (value) {
            case Operand.Parameter parameter -> tenantParameters.add(parameter.ordinal());
            case Operand.Literal literal -> tenantLiterals.add(literal.value());
            default -> throw new IllegalArgumentException("only a value names a tenant");
        }
    }

    Verdict verdict() {
        return new Verdict(touchesTenantTable, tenantParameters, tenantLiterals);
    }

    private Word peek() {
        return words.get(Math.min(next, words.size() - 1));
    }

    private void expect(boolean there, String what) {
        if (!there) {
            refuse(Rule.UNDERSTOOD, "expected " + what + " but found '" + peek().text() + "' at " + peek().start());
        }
        next++;
    }
}
