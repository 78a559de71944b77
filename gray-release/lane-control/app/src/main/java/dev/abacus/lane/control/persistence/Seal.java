package dev.abacus.lane.control.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps the private key unreadable in the database: AES-256-GCM under a secret of the configuration, bound to its id. */
final class Seal {

    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey secret;

    /** @throws IllegalStateException when {@code base64} is not 32 bytes in Base64 */
    Seal(String base64) {
        byte[] bytes = base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        if (bytes.length != SECRET_BYTES) {
            throw new IllegalStateException(
                    "abacus.lanes.key-secret must be 32 bytes in Base64; make one with: openssl rand -base64 32");
        }
        secret = new SecretKeySpec(bytes, "AES");
    }

    byte[] close(String id, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, id, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed with another secret, for another id, or was changed */
    String open(String id, byte[] sealed) {
        var in = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] text = new byte[in.remaining()];
        in.get(text);
        return new String(run(Cipher.DECRYPT_MODE, id, nonce, text), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String id, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + id + " cannot be unsealed with abacus.lanes.key-secret", e);
        }
    }
}
