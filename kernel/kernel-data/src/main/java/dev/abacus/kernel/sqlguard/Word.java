package dev.abacus.kernel.sqlguard;

/** A word of a statement: its kind, its text without quotes, and where it stands. */
record Word(Kind kind, String text, int start, int end) {

    enum Kind {
        /** A keyword or a name without quotes. */
        NAME,
        /** A name in backticks. */
        QUOTED_NAME,
        STRING,
        NUMBER,
        /** A JDBC parameter. */
        PARAMETER,
        SYMBOL,
        /** After the last word. */
        END
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether {@code next} follows without a blank. */
    boolean touches(Word next) {
        return end == next.start;
    }
}
