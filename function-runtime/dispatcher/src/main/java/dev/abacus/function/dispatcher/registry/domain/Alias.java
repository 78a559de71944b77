package dev.abacus.function.dispatcher.registry.domain;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A name for the version of the moment.
 *
 * @param before what it pointed at before its last change; null when it never pointed at anything else
 */
public record Alias(String name, Target target, Target before, Instant changedAt) {

    /** The alias that calls get which ask for none. */
    public static final String LIVE = "live";

    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public Alias {
        if (!NAME.matcher(name).matches()) {
            throw Refusals.notAnAlias(name);
        }
    }

    public Alias to(Target next, Instant now) {
        return next.equals(target) ? this : new Alias(name, next, target, now);
    }
}
