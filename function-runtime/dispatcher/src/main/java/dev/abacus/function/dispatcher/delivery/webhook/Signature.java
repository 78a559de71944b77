package dev.abacus.function.dispatcher.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as "Standard Webhooks" 1.0.0 says: HMAC-SHA256 over id, time and body, in Base64, as version 1. */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Signature(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * @param secret {@code whsec_} and 24 to 64 bytes in Base64
     * @throws IllegalArgumentException which does not name the secret
     */
    static Signature by(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder()
                    .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "no Base64");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a signing secret is \"" + PREFIX + "\" and Base64");
        }
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("a signing secret has " + SHORTEST + " to " + LONGEST + " bytes");
        }
        return new Signature(bytes);
    }

    /** @param epochSeconds when it is sent; receivers refuse what is old */
    String of(String id, long epochSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + epochSeconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
