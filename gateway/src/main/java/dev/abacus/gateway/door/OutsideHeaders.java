package dev.abacus.gateway.door;

import java.util.Locale;
import java.util.Set;

/**
 * Which headers from outside the suite listens to. A list of what passes, not of what does not: a tenant, a lane, a
 * transaction, baggage or a forwarding claim can be spelled in more ways than a list of bad names would ever know (A3,
 * I12).
 */
final class OutsideHeaders {

    /** Lower case; other spellings of the same letters are the same header, dashes for underscores are not. */
    private static final Set<String> PASSING = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "access-control-request-headers",
            "access-control-request-method",
            "authorization",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "dnt",
            "host",
            "idempotency-key",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "origin",
            "pragma",
            "prefer",
            "range",
            "referer",
            "sec-fetch-dest",
            "sec-fetch-mode",
            "sec-fetch-site",
            "sec-fetch-user",
            "transfer-encoding",
            "user-agent",
            "x-abacus-build",
            "x-abacus-lane-key",
            "x-csrf",
            "x-request-id");

    /** Where a second value would let one hop believe the first and the next hop the last. */
    static final Set<String> SINGLE = Set.of(
            "authorization",
            "content-type",
            "host",
            "idempotency-key",
            "origin",
            "x-abacus-build",
            "x-abacus-lane-key",
            "x-csrf",
            "x-request-id");

    private OutsideHeaders() {}

    static boolean pass(String name) {
        return name != null && PASSING.contains(name.toLowerCase(Locale.ROOT));
    }
}
