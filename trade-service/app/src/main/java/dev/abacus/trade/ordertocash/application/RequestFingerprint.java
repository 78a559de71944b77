package dev.abacus.trade.ordertocash.application;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Recognises another request under the same idempotency key. */
@Component
class RequestFingerprint {

    private final JsonMapper json;

    RequestFingerprint(JsonMapper json) {
        this.json = json;
    }

    /** The SHA-256 of what was asked, in hex. Who asked is no part of it. */
    String of(PlaceOrder order) {
        try {
            byte[] asked = json.writeValueAsBytes(new Asked(order.request(), order.expectedTotal()));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Asked(Object request, Object expectedTotal) {}
}
