package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.sqlguard.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a statement into words, and knows only those spellings that MariaDB, JSqlParser and ShardingSphere split
 * alike. All else is refused rather than interpreted: a comment may be executed ({@code /*! *}{@code /}) or steer the
 * sharding, {@code --1} is a comment for one and a number for another, double quotes are a string here and a name
 * there, {@code ||} is OR here and concatenation there, a backslash ends a string or does not.
 */
final class Words {

    private static final Set<String> DOUBLE_SYMBOLS = Set.of("<=", ">=", "<>", "!=");
    private static final String SYMBOLS = "(),.=<>+-*/%";

    private final String sql;
    private final Enforcement enforcement;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Words(String sql, Enforcement enforcement) {
        this.sql = sql;
        this.enforcement = enforcement;
    }

    static List<Word> of(String sql, Enforcement enforcement) {
        return new Words(sql, enforcement).split();
    }

    private List<Word> split() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (isNameStart(c)) {
                name();
            } else if (isDigit(c)) {
                number();
            } else if (c == '\'') {
                quoted('\'', Kind.STRING);
            } else if (c == '`') {
                quoted('`', Kind.QUOTED_NAME);
            } else if (c == '?') {
                add(Kind.PARAMETER, at, at + 1);
            } else if (startsComment()) {
                comment();
            } else {
                symbol();
            }
        }
        words.add(new Word(Kind.END, "", at, at));
        return words;
    }

    private void name() {
        int end = at;
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        if (end < sql.length() && (sql.charAt(end) == '\'' || sql.charAt(end) == '`')) {
            refuse("a quote right after a name (a character set or another notation of a literal)", end);
        }
        add(Kind.NAME, at, end);
    }

    private void number() {
        int end = digits(at);
        if (end + 1 < sql.length() && sql.charAt(end) == '.' && isDigit(sql.charAt(end + 1))) {
            end = digits(end + 1);
        }
        if (end < sql.length() && (isNamePart(sql.charAt(end)) || sql.charAt(end) == '.')) {
            refuse("a number that is no plain decimal", end);
        }
        add(Kind.NUMBER, at, end);
    }

    private void quoted(char quote, Kind kind) {
        int end = at + 1;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            if (c == quote) {
                if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                    end++;
                } else {
                    words.add(new Word(kind, sql.substring(at + 1, end), at, end + 1));
                    at = end + 1;
                    return;
                }
            } else if (c == '\\' || c == 0) {
                refuse("a backslash or NUL in quotes; pass the value as a parameter", end);
            }
            end++;
        }
        refuse("a quote that is not closed", at);
        at = end;
    }

    private boolean startsComment() {
        return sql.startsWith("/*", at) || sql.startsWith("--", at) || sql.charAt(at) == '#';
    }

    private void comment() {
        refuse("a comment, or what may be read as one", at);
        String close = sql.startsWith("/*", at) ? "*/" : "\n";
        int end = sql.indexOf(close, at);
        at = end < 0 ? sql.length() : end + close.length();
    }

    private void symbol() {
        String pair = sql.substring(at, Math.min(at + 2, sql.length()));
        if (sql.startsWith("<=>", at)) {
            refuse("the operator <=>", at);
        } else if (!DOUBLE_SYMBOLS.contains(pair) && SYMBOLS.indexOf(sql.charAt(at)) < 0) {
            refuse("the character " + Character.getName(sql.codePointAt(at)), at);
        }
        add(Kind.SYMBOL, at, at + (DOUBLE_SYMBOLS.contains(pair) ? 2 : 1));
    }

    private void add(Kind kind, int start, int end) {
        words.add(new Word(kind, sql.substring(start, end), start, end));
        at = end;
    }

    private void refuse(String what, int position) {
        enforcement.refuse(Rule.PLAIN_TEXT, what + " at " + position);
    }

    private int digits(int from) {
        int end = from;
        while (end < sql.length() && isDigit(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Not {@code Character.isWhitespace}: a form feed or a wide space is a blank for one reader and a name's part for another. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
