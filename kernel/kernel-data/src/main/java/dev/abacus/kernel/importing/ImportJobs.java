package dev.abacus.kernel.importing;

import dev.abacus.kernel.importing.ImportJob.State;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job rows of the current tenant, through the guarded data source. */
final class ImportJobs {

    private static final int LONGEST_FAILURE = 1000;
    private static final int LONGEST_FILE_NAME = 200;
    private static final String COLUMNS = "id, kind, file_name, state, sha256, bytes, rows_read, rows_refused, chunks,"
            + " failures, failure, uploaded_at, finished_at";

    private final String table;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportJobs(String service, JdbcClient jdbc, Clock clock) {
        this.table = service + "_import_job";
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(ImportId id, String kind, String fileName) {
        jdbc.sql("INSERT INTO " + table
                        + " (tenant_id, id, kind, file_name, state, bytes, rows_read, rows_refused,"
                        + " chunks, failures, lane, uploaded_at, touched_at)"
                        + " VALUES (?, ?, ?, ?, 'UPLOADING', 0, 0, 0, 0, 0, ?, ?, ?)")
                .params(
                        tenant(),
                        id.value(),
                        kind,
                        shortened(fileName, LONGEST_FILE_NAME),
                        LaneContext.current().map(LaneTag::toString).orElse(null),
                        now(),
                        now())
                .update();
    }

    /** The bytes are all there; {@code false} when the tenant has a job of this kind for the same bytes already. */
    boolean ready(ImportId id, String sha256, long bytes) {
        try {
            return jdbc.sql("UPDATE " + table + " SET state = 'RUNNING', sha256 = ?, bytes = ?, touched_at = ?"
                                    + " WHERE tenant_id = ? AND id = ? AND state = 'UPLOADING'")
                            .params(sha256, bytes, now(), tenant(), id.value())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Moves the checkpoint past a chunk; {@code false} when another process has moved it meanwhile, and then nothing of
     * the chunk may stay.
     */
    boolean advance(ImportJob before, long rows, long refused) {
        return jdbc.sql("UPDATE " + table + " SET rows_read = rows_read + ?, rows_refused = rows_refused + ?,"
                                + " chunks = chunks + 1, failures = 0, failure = NULL, touched_at = ?"
                                + " WHERE tenant_id = ? AND id = ? AND state = 'RUNNING' AND rows_read = ?")
                        .params(rows, refused, now(), tenant(), before.id().value(), before.rowsRead())
                        .update()
                == 1;
    }

    void done(ImportId id) {
        jdbc.sql("UPDATE " + table
                        + " SET state = 'DONE', finished_at = ? WHERE tenant_id = ? AND id = ? AND state = 'RUNNING'")
                .params(now(), tenant(), id.value())
                .update();
    }

    /** Notes that the present chunk failed, and gives the whole file up when {@code forGood}. */
    void failed(ImportId id, String failure, boolean forGood) {
        jdbc.sql("UPDATE " + table + " SET failures = failures + 1, failure = ?, touched_at = ?, state = ?,"
                        + " finished_at = ? WHERE tenant_id = ? AND id = ? AND state = 'RUNNING'")
                .params(
                        shortened(failure, LONGEST_FAILURE),
                        now(),
                        forGood ? State.FAILED.name() : State.RUNNING.name(),
                        forGood ? now() : null,
                        tenant(),
                        id.value())
                .update();
    }

    void resume(ImportId id) {
        jdbc.sql("UPDATE " + table + " SET state = 'RUNNING', failures = 0, failure = NULL, finished_at = NULL,"
                        + " touched_at = ? WHERE tenant_id = ? AND id = ? AND state = 'FAILED'")
                .params(now(), tenant(), id.value())
                .update();
    }

    void delete(ImportId id) {
        jdbc.sql("DELETE FROM " + table + " WHERE tenant_id = ? AND id = ?")
                .params(tenant(), id.value())
                .update();
    }

    Optional<ImportJob> find(ImportId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + table + " WHERE tenant_id = ? AND id = ?")
                .params(tenant(), id.value())
                .query(this::job)
                .optional();
    }

    Optional<ImportJob> find(String kind, String sha256) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + table + " WHERE tenant_id = ? AND kind = ? AND sha256 = ?")
                .params(tenant(), kind, sha256)
                .query(this::job)
                .optional();
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                new ImportId(row.getLong("id")),
                row.getString("kind"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getLong("rows_read"),
                row.getLong("rows_refused"),
                row.getInt("chunks"),
                row.getInt("failures"),
                row.getString("failure"),
                ColumnTime.instant(row.getObject("uploaded_at", LocalDateTime.class)),
                ColumnTime.instant(row.getObject("finished_at", LocalDateTime.class)));
    }

    private LocalDateTime now() {
        return ColumnTime.now(clock);
    }

    private static long tenant() {
        return TenantContext.require().value();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
