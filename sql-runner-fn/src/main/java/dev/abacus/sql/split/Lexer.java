package dev.abacus.sql.split;

import dev.abacus.sql.split.Token.Kind;

/** Reads MariaDB's tokens, as far as they matter for where a statement ends. */
final class Lexer {

    private final String script;
    private final String text;
    private String delimiter = ";";
    private int at;
    private int conditionals;
    private int lastConditional;

    Lexer(String script, String text) {
        this.script = script;
        this.text = text;
    }

    String delimiter() {
        return delimiter;
    }

    void delimiter(String delimiter) {
        this.delimiter = delimiter;
    }

    /** Null at the end. */
    Token next() {
        if (at >= text.length()) {
            if (conditionals > 0) {
                throw unsplittable(lastConditional, "a comment that does not end");
            }
            return null;
        }
        int begin = at;
        return new Token(read(), begin, at);
    }

    /** What is left of the line, without its end. */
    String restOfLine() {
        int begin = at;
        at = lineEnd();
        return text.substring(begin, at).strip();
    }

    Unsplittable unsplittable(int offset, String reason) {
        return new Unsplittable(script, Position.of(text, offset), reason);
    }

    private Kind read() {
        char next = text.charAt(at);
        // a delimiter in what the server runs conditionally would cut the condition in two
        if (conditionals == 0 && text.startsWith(delimiter, at)) {
            return take(Kind.DELIMITER, at + delimiter.length());
        }
        if (Character.isWhitespace(next)) {
            return take(Kind.SPACE, at + 1);
        }
        if (next == '\'' || next == '"') {
            return take(Kind.STRING, quoted(next));
        }
        if (next == '`') {
            return take(Kind.NAME, quoted(next));
        }
        if (next == '#' || isDashComment()) {
            return take(Kind.COMMENT, lineEnd());
        }
        if (text.startsWith("/*", at)) {
            return comment();
        }
        if (conditionals > 0 && text.startsWith("*/", at)) {
            conditionals--;
            return take(Kind.CONDITIONAL, at + 2);
        }
        if (isWordPart(next)) {
            return take(Kind.WORD, wordEnd());
        }
        if (next == '\\') {
            throw unsplittable(at, "a command of the client, not of the database; write it in SQL");
        }
        if (next == 0) {
            throw unsplittable(at, "a NUL character; the file is not text");
        }
        return take(Kind.SYMBOL, at + 1);
    }

    private Kind take(Kind kind, int end) {
        at = end;
        return kind;
    }

    private Kind comment() {
        int mark = text.startsWith("/*!", at) ? 3 : text.startsWith("/*M!", at) ? 4 : 0;
        if (mark > 0) {
            conditionals++;
            lastConditional = at;
            int end = at + mark;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return take(Kind.CONDITIONAL, end);
        }
        int close = text.indexOf("*/", at + 2);
        if (close < 0) {
            throw unsplittable(at, "a comment that does not end");
        }
        return take(Kind.COMMENT, close + 2);
    }

    /** {@code 5--3} is arithmetic: the second dash needs something blank behind it. */
    private boolean isDashComment() {
        return text.startsWith("--", at) && (at + 2 == text.length() || text.charAt(at + 2) <= ' ');
    }

    private int quoted(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '`') {
                i++;
            } else if (c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        throw unsplittable(at, "a " + quote + " that does not end");
    }

    private int wordEnd() {
        int end = at + 1;
        while (end < text.length()
                && isWordPart(text.charAt(end))
                && !(conditionals == 0 && text.startsWith(delimiter, end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 0x7f;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
