package dev.abacus.kernel.web;

import dev.abacus.kernel.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which part of a list a caller wants: {@code ?limit=&cursor=}. A controller takes it as an argument.
 *
 * @param limit 1 to 200 items, 50 when not given
 * @param cursor the {@link Slice#next} of the part before, or {@code null} for the first part
 */
public record PageRequest(int limit, String cursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValue("limit", "a page has 1 to " + MAX_LIMIT + " items");
        }
    }

    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** The key of the last item that the caller has seen. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor).map(PageRequest::decode);
    }

    /**
     * As {@link #after}, where the order is by a number.
     *
     * @throws InvalidValue when the cursor is not one that this API gave out
     */
    public OptionalLong afterId() {
        try {
            return after().map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            throw new InvalidValue("cursor", "this cursor was not given out by this list");
        }
    }

    /** How many rows to read to know whether there are more than {@link #limit}. */
    public int limitAndOne() {
        return limit + 1;
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("cursor", "this cursor was not given out by this list");
        }
    }
}
