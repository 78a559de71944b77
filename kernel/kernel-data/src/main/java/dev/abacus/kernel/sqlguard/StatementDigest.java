package dev.abacus.kernel.sqlguard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A statement for a log: its values are taken out, because they may be a tenant's data (I1). It must work for text
 * that is no SQL at all, so it does not parse: quoted text and everything that starts with a digit go.
 */
record StatementDigest(String id, String text) {

    private static final int SHOWN = 500;
    private static final Pattern VALUES = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*+(?:'|$)|\"(?:[^\"\\\\]|\"\"|\\\\.)*+(?:\"|$)|\\b[0-9][0-9a-zA-Z.]*+");
    private static final Pattern BLANKS = Pattern.compile("\\s++");

    static StatementDigest of(String sql) {
        String text = BLANKS.matcher(VALUES.matcher(sql).replaceAll("?"))
                .replaceAll(" ")
                .strip();
        return new StatementDigest(hash(text), text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
