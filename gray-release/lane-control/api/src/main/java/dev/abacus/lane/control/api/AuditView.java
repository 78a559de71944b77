package dev.abacus.lane.control.api;

import dev.abacus.lane.LaneTag;
import java.time.Instant;

/**
 * Something that was changed.
 *
 * @param actor the client that asked for it, or {@code lane-control} for what it does by itself
 * @param lane null for what concerns all
 * @param before null for what was not there
 * @param ruleVersion the rules that came of it; 0 when it changed none
 */
public record AuditView(
        String id,
        Instant at,
        String actor,
        LaneTag lane,
        String action,
        String reason,
        String before,
        String after,
        long ruleVersion) {}
