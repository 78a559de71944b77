package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.tenant.api.CreateTenant;
import dev.abacus.tenant.tenancy.domain.CreationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Recognises a creation that is sent again. */
final class CreationKeys {

    private CreationKeys() {}

    static CreationKey of(IdempotencyKey key, CreateTenant wish) {
        return key.isPresent() ? new CreationKey(key.value(), digest(wish)) : CreationKey.none();
    }

    /** The password prints as stars, so nothing that could be guessed back is in the digest. */
    private static String digest(CreateTenant wish) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(wish.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
