package dev.abacus.kernel.schema;

import java.util.ArrayList;
import java.util.List;

/** Takes a script apart at its semicolons, and leaves comments out. */
final class Splitter {

    private final Script script;
    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;
    private int line = 1;
    private int begin;

    private Splitter(Script script) {
        this.script = script;
        this.text = script.text();
    }

    /** @throws Unreadable where a string or comment does not end, and where a comment is meant to be run */
    static List<Statement> statements(Script script) {
        return new Splitter(script).split();
    }

    private List<Statement> split() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\'' || next == '"' || next == '`') {
                take(quoted(next));
            } else if (next == '#' || isDashComment()) {
                skip(text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (next == ';') {
                at++;
                end();
            } else {
                take(at + 1);
            }
        }
        end();
        return List.copyOf(statements);
    }

    private boolean isDashComment() {
        return text.startsWith("--", at) && (at + 2 == text.length() || Character.isWhitespace(text.charAt(at + 2)));
    }

    /** The database runs what stands in {@code /*! … *}{@code /}, while every other reader takes it for a comment. */
    private void comment() {
        if (text.startsWith("/*!", at) || text.startsWith("/*M!", at)) {
            throw new Unreadable(line, "a comment that is run cannot be checked");
        }
        int close = text.indexOf("*/", at + 2);
        if (close < 0) {
            throw new Unreadable(line, "a comment that does not end");
        }
        skip(close + 2);
        statement.append(' ');
    }

    private int quoted(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote != '`') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        throw new Unreadable(line, "a " + quote + " that does not end");
    }

    private void take(int to) {
        if (begin == 0 && !Character.isWhitespace(text.charAt(at))) {
            begin = line;
        }
        statement.append(text, at, to);
        skip(to);
    }

    private void skip(int to) {
        line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
        at = to;
    }

    private void end() {
        if (begin > 0) {
            statements.add(new Statement(script, begin, statement.toString().strip()));
        }
        statement.setLength(0);
        begin = 0;
    }
}
