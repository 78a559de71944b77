package dev.abacus.kernel.domain;

import java.util.Map;

/**
 * A rule of the business said no. It becomes an RFC 9457 problem with a stable type.
 *
 * <p>The {@code code} is part of the API: kebab-case, never renamed, listed in {@code docs/problems.md}. The properties
 * are shown to the caller, so they hold facts of the caller's own tenant only.
 */
public class DomainException extends RuntimeException {

    /** What kind of no it is; each kind has one HTTP status. */
    public enum Kind {
        /** The request itself cannot be right: 400. */
        INVALID,
        /** The caller may not do this: 403. */
        FORBIDDEN,
        /** There is no such thing, or it belongs to another tenant: 404, and nobody can tell which. */
        NOT_FOUND,
        /** The request is right, but the present state does not allow it: 409. */
        CONFLICT,
        /** The caller read an older version: 412. */
        STALE,
        /** Understood, but a rule of the business refuses it: 422. */
        REFUSED,
        /** Too much at once: 429. */
        THROTTLED,
        /** Something that this needs is not there now; the same request may succeed later: 503. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> properties;

    public DomainException(Kind kind, String code, String message) {
        this(kind, code, message, Map.of());
    }

    public DomainException(Kind kind, String code, String message, Map<String, ?> properties) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
