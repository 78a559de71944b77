package dev.abacus.kernel.job;

import dev.abacus.kernel.persistence.ColumnTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Firings that an operator has asked for. Every process of the service looks here. */
final class Requests {

    private final String table;
    private final JdbcClient home;

    /** @param home the first shard */
    Requests(String service, DataSource home) {
        this.table = service + "_job_request";
        this.home = JdbcClient.create(home);
    }

    void add(String job, Instant fireTime, String requestedBy) {
        home.sql("INSERT INTO " + table + " (job, fire_time, requested_by) VALUES (?, ?, ?)")
                .params(job, ColumnTime.of(fireTime), requestedBy)
                .update();
    }

    /** The latest one after {@code since}. */
    Optional<Instant> latest(String job, Instant since) {
        return home.sql("SELECT MAX(fire_time) FROM " + table + " WHERE job = ? AND fire_time > ?")
                .params(job, ColumnTime.of(since))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single()
                .map(ColumnTime::instant);
    }
}
