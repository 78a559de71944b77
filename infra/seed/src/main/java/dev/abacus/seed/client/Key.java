package dev.abacus.seed.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Idempotency keys that follow from what is asked: the same wish twice is one wish, whoever repeats it. */
public final class Key {

    private Key() {}

    /** @param occasion tells two equal wishes apart that are both meant, such as those of two runs */
    public static String of(String occasion, Object body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((occasion + '\n' + Json.MAPPER.writeValueAsString(body)).getBytes(StandardCharsets.UTF_8));
            return "seed-" + HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
