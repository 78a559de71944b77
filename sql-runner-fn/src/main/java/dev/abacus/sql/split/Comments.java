package dev.abacus.sql.split;

/** The two ways in which a server may read a statement. */
public final class Comments {

    private Comments() {}

    public static boolean areConditional(Statement statement) {
        return statement.text().contains("/*!") || statement.text().contains("/*M!");
    }

    /** Without comments, and with what conditional comments hold. */
    public static String opened(Statement statement) {
        return read(statement.text(), true);
    }

    /** Without comments of any kind. */
    public static String dropped(Statement statement) {
        return read(statement.text(), false);
    }

    private static String read(String text, boolean open) {
        StringBuilder read = new StringBuilder();
        Lexer lexer = new Lexer("", text);
        int conditionals = 0;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.kind() == Token.Kind.CONDITIONAL) {
                conditionals += token.of(text).startsWith("/*") ? 1 : -1;
                read.append(' ');
            } else if (token.kind() == Token.Kind.COMMENT) {
                read.append(' ');
            } else if (open || conditionals == 0) {
                read.append(text, token.begin(), token.end());
            }
        }
        return read.toString().strip();
    }
}
