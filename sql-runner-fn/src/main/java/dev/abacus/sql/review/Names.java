package dev.abacus.sql.review;

import java.util.Locale;

/** Names as the database compares them. */
public final class Names {

    private Names() {}

    /** Without quotes and schema, in small letters. */
    public static String plain(String name) {
        if (name == null) {
            return "";
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.replace("`", "").replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
