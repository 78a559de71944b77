package dev.abacus.sql.split;

/** A piece of a script's text. */
record Token(Kind kind, int begin, int end) {

    enum Kind {
        SPACE,
        COMMENT,
        /** The opening or closing mark of a comment that the server runs. */
        CONDITIONAL,
        /** In single or double quotes. */
        STRING,
        /** In backticks. */
        NAME,
        WORD,
        SYMBOL,
        DELIMITER
    }

    boolean says() {
        return kind != Kind.SPACE && kind != Kind.COMMENT;
    }

    String of(String text) {
        return text.substring(begin, end);
    }
}
