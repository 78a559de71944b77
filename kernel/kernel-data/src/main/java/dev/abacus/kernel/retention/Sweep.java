package dev.abacus.kernel.retention;

import dev.abacus.kernel.persistence.ColumnTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes a shard's old rows, a bounded number at a time, so that no lock is long and no replica falls behind. */
final class Sweep {

    private static final int BATCH = 1_000;

    private final String service;
    private final JdbcClient jdbc;
    private final RetentionPolicy policy;
    private final Clock clock;

    Sweep(String service, DataSource shard, RetentionPolicy policy, Clock clock) {
        this.service = service;
        this.jdbc = JdbcClient.create(shard);
        this.policy = policy;
        this.clock = clock;
    }

    /** One batch of each kind; answers whether there may be more. */
    boolean round() {
        boolean more = remove("outbox", "sent_at < ?", policy.outbox());
        more |= remove("inbox", "state = 'DONE' AND done_at < ?", policy.inbox());
        more |= remove("idempotency", "created_at < ?", policy.idempotency());
        more |= remove("tcc_fence", "state <> 'TRIED' AND modified_at < ?", policy.fence());
        more |= remove("job_claim", "claimed_at < ?", policy.jobClaims());
        return more;
    }

    private boolean remove(String table, String old, Duration age) {
        LocalDateTime before = ColumnTime.now(clock).minus(age);
        return jdbc.sql("DELETE FROM " + service + "_" + table + " WHERE " + old + " LIMIT " + BATCH)
                        .param(before)
                        .update()
                == BATCH;
    }
}
