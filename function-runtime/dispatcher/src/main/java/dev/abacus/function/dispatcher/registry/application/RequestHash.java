package dev.abacus.function.dispatcher.registry.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two wishes to deploy are the same. */
final class RequestHash {

    private RequestHash() {}

    static String of(NewVersion wish) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, wish.definition().getBytes(StandardCharsets.UTF_8));
            add(digest, wish.jar());
            add(digest, wish.source() == null ? null : wish.source().getBytes(StandardCharsets.UTF_8));
            add(digest, wish.lane() == null ? null : wish.lane().getBytes(StandardCharsets.UTF_8));
            add(digest, new byte[] {(byte) (wish.live() ? 1 : 0)});
            add(digest, wish.reason().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length before it, so that no part can pass for the end of the one before. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(
                ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).array());
        if (part != null) {
            digest.update(part);
        }
    }
}
