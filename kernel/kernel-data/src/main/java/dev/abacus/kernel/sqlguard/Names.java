package dev.abacus.kernel.sqlguard;

/** Names as the parser hands them out: in backticks if the text has them. */
final class Names {

    private Names() {}

    static String plain(String name) {
        return name != null && name.length() > 2 && name.startsWith("`") && name.endsWith("`")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
