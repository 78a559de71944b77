package dev.abacus.kernel.job;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneTag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The current tenant's claims. The row's key is what makes two claimants impossible. */
final class Claims {

    private static final int MAX_ERROR = 2_000;

    private final String table;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String claimant;
    private final Duration lease;
    private final int attempts;

    Claims(String service, JdbcClient jdbc, Clock clock, String claimant, JobProperties properties) {
        this.table = service + "_job_claim";
        this.jdbc = jdbc;
        this.clock = clock;
        this.claimant = claimant;
        this.lease = properties.lease();
        this.attempts = properties.attempts();
    }

    /** How things stand with one tenant's run. */
    enum Standing {
        /** Nobody has claimed it, or the claimant has failed or lost it. */
        OPEN,
        RUNNING,
        /** Done, or failed too often: there is nothing left to do. */
        OVER
    }

    Standing standing(String job, Instant fireTime) {
        return jdbc.sql("SELECT state, attempts, claimed_until FROM " + table
                        + " WHERE tenant_id = ? AND job = ? AND fire_time = ?")
                .params(tenant(), job, ColumnTime.of(fireTime))
                .query((row, n) -> standing(
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getObject("claimed_until", LocalDateTime.class)))
                .optional()
                .orElse(Standing.OPEN);
    }

    private Standing standing(String state, int made, LocalDateTime until) {
        return switch (state) {
            case "DONE" -> Standing.OVER;
            case "FAILED" -> made < attempts ? Standing.OPEN : Standing.OVER;
            default -> {
                if (until.isAfter(ColumnTime.now(clock))) {
                    yield Standing.RUNNING;
                }
                yield made < attempts ? Standing.OPEN : Standing.OVER;
            }
        };
    }

    /** Takes the run, or takes it over from a claimant that failed or has lost it; {@code false} when it cannot be had. */
    boolean take(String job, Instant fireTime, LaneTag lane) {
        LocalDateTime now = ColumnTime.now(clock);
        try {
            jdbc.sql("INSERT INTO " + table + " (tenant_id, job, fire_time, lane, state, attempts, claimed_by,"
                            + " claimed_until, claimed_at) VALUES (?, ?, ?, ?, 'RUNNING', 1, ?, ?, ?)")
                    .params(
                            tenant(),
                            job,
                            ColumnTime.of(fireTime),
                            Objects.toString(lane, null),
                            claimant,
                            now.plus(lease),
                            now)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return takeOver(job, fireTime, lane, now);
        }
    }

    private boolean takeOver(String job, Instant fireTime, LaneTag lane, LocalDateTime now) {
        return jdbc.sql("UPDATE " + table + " SET state = 'RUNNING', attempts = attempts + 1, lane = ?,"
                                + " claimed_by = ?, claimed_until = ? WHERE tenant_id = ? AND job = ?"
                                + " AND fire_time = ? AND attempts < ?"
                                + " AND (state = 'FAILED' OR (state = 'RUNNING' AND claimed_until <= ?))")
                        .params(
                                Objects.toString(lane, null),
                                claimant,
                                now.plus(lease),
                                tenant(),
                                job,
                                ColumnTime.of(fireTime),
                                attempts,
                                now)
                        .update()
                == 1;
    }

    /** Only for the claimant that still has it. */
    void done(String job, Instant fireTime) {
        end(job, fireTime, "DONE", null);
    }

    void failed(String job, Instant fireTime, String error) {
        end(job, fireTime, "FAILED", error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR));
    }

    private void end(String job, Instant fireTime, String state, String error) {
        jdbc.sql("UPDATE " + table + " SET state = ?, error = ?, done_at = ? WHERE tenant_id = ? AND job = ?"
                        + " AND fire_time = ? AND state = 'RUNNING' AND claimed_by = ?")
                .params(state, error, ColumnTime.now(clock), tenant(), job, ColumnTime.of(fireTime), claimant)
                .update();
    }

    private static long tenant() {
        return TenantContext.require().value();
    }
}
