package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;

/**
 * Who changed what, and why.
 *
 * @param lane null for what concerns all
 * @param before null for what was not there
 */
public record AuditEntry(String actor, LaneTag lane, String action, String reason, String before, String after) {

    /** What lane-control does by itself. */
    public static final String SELF = "lane-control";

    public static AuditEntry own(LaneTag lane, String action, String reason, String before, String after) {
        return new AuditEntry(SELF, lane, action, reason, before, after);
    }
}
