package dev.abacus.gateway.frontend;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** A file of a build as the browser gets it. */
record Asset(byte[] content, MediaType type, String sha256) {

    static Asset of(String path, byte[] content) {
        MediaType type = MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM);
        boolean text = "text".equals(type.getType());
        return new Asset(content, text ? new MediaType(type, StandardCharsets.UTF_8) : type, sha256(content));
    }

    String etag() {
        return '"' + sha256 + '"';
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
