package dev.abacus.kernel.sqlguard;

/** Names and literals as the parser hands them out: in quotes if the text has them. */
final class Names {

    private Names() {}

    static String plain(String name) {
        return name != null && name.length() > 2 && name.startsWith("`") && name.endsWith("`")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    /** The text in a literal's single quotes. */
    static String unquoted(String literal) {
        return literal.length() >= 2 && literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
    }
}
