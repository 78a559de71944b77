package dev.abacus.tenant.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.abacus.kernel.domain.InvalidValue;
import java.nio.charset.StandardCharsets;

/** A password on its way in: 10 characters to 72 bytes (what bcrypt reads), never printed. */
public record Password(String value) {

    private static final int MIN_CHARACTERS = 10;
    private static final int MAX_BYTES = 72;

    public Password {
        if (value == null || value.codePointCount(0, value.length()) < MIN_CHARACTERS) {
            throw new InvalidValue("password", "a password has at least " + MIN_CHARACTERS + " characters");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidValue("password", "a password has at most " + MAX_BYTES + " bytes");
        }
    }

    @JsonCreator
    public static Password of(String value) {
        return new Password(value);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
