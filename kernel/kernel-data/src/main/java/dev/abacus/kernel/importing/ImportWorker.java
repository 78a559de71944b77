package dev.abacus.kernel.importing;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.obey.Tags;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the files of one shard, a chunk at a time, and always the file that was untouched longest: a tenant with a
 * long file does not keep the others waiting. One process does this for a shard at a time; should a second one believe
 * that it is its turn too, the checkpoint lets only one of them commit a chunk.
 */
final class ImportWorker {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final int ATTEMPTS = 5;
    private static final int OPEN_FILES = 8;
    private static final Duration ABANDONED = Duration.ofHours(6);

    /** How long the baseline leaves a lane's file to the lane's own instances. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final String table;
    private final JdbcClient shard;
    private final ImportJobs jobs;
    private final Spool spool;
    private final ErrorReport errors;
    private final TransactionTemplate transaction;
    private final Map<String, ChunkImporter<?>> importers;
    private final Self self;
    private final Tags tags;
    private final Clock clock;
    private final Map<ImportId, OpenFile<?>> open = new LinkedHashMap<>();

    ImportWorker(
            String service,
            DataSource shard,
            ImportJobs jobs,
            Spool spool,
            ErrorReport errors,
            TransactionTemplate transaction,
            List<ChunkImporter<?>> importers,
            Self self,
            Tags tags,
            Clock clock) {
        this.table = service + "_import_job";
        this.shard = JdbcClient.create(shard);
        this.jobs = jobs;
        this.spool = spool;
        this.errors = errors;
        this.transaction = transaction;
        this.importers = importers.stream().collect(Collectors.toMap(ChunkImporter::kind, Function.identity()));
        this.self = self;
        this.tags = tags;
        this.clock = clock;
    }

    /** @param lane the one that the file came on; null for the baseline */
    private record Turn(TenantId tenant, ImportId id, LaneTag lane) {}

    /** Works off one chunk of one file; answers whether there may be more, and no when it failed: a rest may help. */
    boolean round() {
        Optional<Turn> next = next();
        if (next.isEmpty()) {
            forgetAbandonedUploads();
            return false;
        }
        Turn turn = next.get();
        Context context = tags.living(LaneContext.with(Context.current(), turn.lane()));
        try (Scope scope = context.makeCurrent()) {
            return TenantContext.call(turn.tenant(), () -> chunk(turn.id()));
        }
    }

    private Optional<Turn> next() {
        String ours = self.onBaseline() ? " AND (lane IS NULL OR touched_at < :left)" : " AND lane = :lane";
        return shard.sql("SELECT tenant_id, id, lane FROM " + table + " WHERE state = 'RUNNING'" + ours
                        + " ORDER BY touched_at LIMIT 1")
                .param("left", ColumnTime.now(clock).minus(GRACE))
                .param("lane", Objects.toString(self.lane(), null))
                .query((row, n) -> turn(row))
                .optional();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        String lane = row.getString("lane");
        return new Turn(
                new TenantId(row.getLong("tenant_id")),
                new ImportId(row.getLong("id")),
                lane == null ? null : LaneTag.parse(lane));
    }

    private boolean chunk(ImportId id) {
        try {
            OpenFile<?> file = open.containsKey(id) ? open.get(id) : opened(id);
            if (!chunk(file)) {
                finish(id);
            }
            return true;
        } catch (UnreadableFile e) {
            close(id);
            jobs.failed(id, e.getMessage(), true);
            return true;
        } catch (RuntimeException e) {
            close(id);
            int failures = jobs.find(id).map(ImportJob::failures).orElse(0) + 1;
            log.warn("chunk of import {} failed, attempt {}", id, failures, e);
            jobs.failed(id, e.toString(), failures >= ATTEMPTS);
            return false;
        }
    }

    /** Answers whether there was anything left in the file. */
    private <T> boolean chunk(OpenFile<T> file) {
        Chunk<T> chunk = file.read();
        if (chunk.size() == 0) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            file.take(chunk);
            errors.add(chunk.importId(), chunk.refusals());
            if (!jobs.advance(file.job(), chunk.size(), chunk.refusals().size())) {
                throw new IllegalStateException("another process has worked on this file");
            }
        });
        file.advance(chunk);
        return true;
    }

    private OpenFile<?> opened(ImportId id) {
        if (open.size() == OPEN_FILES) {
            close(open.keySet().iterator().next());
        }
        ImportJob job = jobs.find(id).orElseThrow();
        ChunkImporter<?> importer = importers.get(job.kind());
        if (importer == null) {
            throw new UnreadableFile("nothing imports " + job.kind() + " here");
        }
        OpenFile<?> file = file(job, importer);
        open.put(id, file);
        return file;
    }

    private <T> OpenFile<T> file(ImportJob job, ChunkImporter<T> importer) {
        return new OpenFile<>(job, importer, new RowReader(spool.read(job.id()), importer.columns()));
    }

    private void finish(ImportId id) {
        close(id);
        transaction.executeWithoutResult(status -> {
            jobs.done(id);
            spool.delete(id);
        });
    }

    private void close(ImportId id) {
        OpenFile<?> file = open.remove(id);
        if (file != null) {
            file.close();
        }
    }

    /** Uploads whose process died in the middle; nobody can go on with them. */
    private void forgetAbandonedUploads() {
        LocalDateTime before = ColumnTime.now(clock).minus(ABANDONED);
        List<Turn> abandoned = shard.sql(
                        "SELECT tenant_id, id, lane FROM " + table + " WHERE state = 'UPLOADING' AND touched_at < ?")
                .param(before)
                .query((row, n) -> turn(row))
                .list();
        for (Turn upload : abandoned) {
            TenantContext.run(upload.tenant(), () -> {
                spool.delete(upload.id());
                jobs.delete(upload.id());
            });
        }
    }
}
