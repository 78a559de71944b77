package dev.abacus.sql.release;

import java.util.Optional;

/**
 * Who is told of a release's end, in the words of the function runtime, which delivers it: {@code topic:NAME},
 * {@code kafka:NAME}, {@code function:NAME} or {@code webhook:SECRET@ADDRESS}.
 */
public record Notices(Optional<String> success, Optional<String> failure) {

    public static final Notices NONE = new Notices(Optional.empty(), Optional.empty());

    public Optional<String> any() {
        return success.or(() -> failure);
    }
}
