package dev.abacus.function.dispatcher.invocation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what events are known again; texts of any length in columns that have one. */
public final class EventKeys {

    public static final int LONGEST_DEDUPLICATION = 200;

    private EventKeys() {}

    /** By whichever way an event comes, and comes again, it is the same one: "CloudEvents", version 1.0.2, 3.1.1. */
    public static String deduplication(String source, String id) {
        return fitting(source + "#" + id, LONGEST_DEDUPLICATION);
    }

    /** The text, or its hash where it is longer. */
    public static String fitting(String text, int longest) {
        return text.length() <= longest ? text : "sha256:" + sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
