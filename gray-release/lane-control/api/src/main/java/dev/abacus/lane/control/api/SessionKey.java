package dev.abacus.lane.control.api;

import dev.abacus.lane.LaneTag;
import java.time.Instant;

/**
 * What puts a developer's own requests on a project's lane.
 *
 * @param key a signed token (JWT, ES256) to send with each request; whoever has it is let onto the lane
 */
public record SessionKey(LaneTag lane, String developer, String key, Instant expiresAt) {

    /** A key must not end up in a log. */
    @Override
    public String toString() {
        return "SessionKey[" + lane + ", " + developer + ", until " + expiresAt + "]";
    }
}
