package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.Redrives;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A dead letter becomes an invocation that waits. It keeps its history and loses its place in its key: others went before. */
@Repository
class JdbcRedrives implements Redrives {

    private final JdbcClient jdbc;

    JdbcRedrives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean redrive(long id, Instant now) {
        return jdbc.sql(
                                """
                        UPDATE invocation SET state = 'ENQUEUED', due_at = ?, open = 1, dead_letter = NULL, attempt = 0,
                          ordering_key = NULL, turn = NULL, ended_at = NULL, failure_kind = NULL, failure_type = NULL,
                          failure = NULL,
                          expires_at = DATE_ADD(?, INTERVAL TIMESTAMPDIFF(MICROSECOND, not_before, expires_at) MICROSECOND),
                          not_before = ?
                        WHERE id = ? AND dead_letter = 1 AND failure_kind <> 'UNREADABLE'
                        """)
                        .params(Columns.time(now), Columns.time(now), Columns.time(now), id)
                        .update()
                > 0;
    }
}
