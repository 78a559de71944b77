package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A big change of rows in small transactions along the primary key. Each commits how far it came together with its rows,
 * so that whatever is killed goes on at the next row and does none twice.
 */
final class ChunkRun {

    private static final long FIRST = 1_000;
    private static final long LEAST = 100;
    private static final long MOST = 200_000;
    private static final long CALM_DOWN_MILLIS = 500;
    private static final Duration LOOK_AT_LOAD = Duration.ofSeconds(1);

    private final Connection connection;
    private final Target target;
    private final Ledger ledger;
    private final RowChange change;
    private final Retry retry;
    private final RunSettings settings;
    private final Progress progress;
    private final Cancellation cancellation;

    private ChunkedStatement chunked;
    private PrimaryKey key;
    private long size = FIRST;
    private long lookedAtLoad;
    private long rows;
    private Duration took = Duration.ZERO;
    private List<String> reached;

    ChunkRun(
            Connection connection,
            Target target,
            Ledger ledger,
            RowChange change,
            Retry retry,
            RunSettings settings,
            Progress progress,
            Cancellation cancellation) {
        this.connection = connection;
        this.target = target;
        this.ledger = ledger;
        this.change = change;
        this.retry = retry;
        this.settings = settings;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    void run(Statement statement) throws SQLException, StatementFailed, Stopped {
        prepare(statement);
        connection.setAutoCommit(false);
        try {
            do {
                holdBack();
            } while (!isFinished(statement));
        } catch (SQLException e) {
            if (!connection.isValid(1)) {
                throw e;
            }
            connection.rollback();
            ledger.write(failure(statement, e.getMessage()));
            connection.commit();
            throw new StatementFailed(statement, e.getMessage(), e);
        } finally {
            if (connection.isValid(1)) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        progress.statementDone(target.name(), statement.place(), rows, took);
    }

    /** What was reached stays, and a resume goes on from there; where nothing was, the statement may be mended. */
    private LedgerEntry failure(Statement statement, String message) {
        if (reached == null) {
            return LedgerEntry.failed(statement, took, message);
        }
        return LedgerEntry.upTo(statement, PrimaryKey.write(reached), rows, took);
    }

    private void prepare(Statement statement) throws SQLException, StatementFailed {
        try {
            chunked = ChunkedStatement.of(target.fill(statement));
            key = PrimaryKey.of(connection, target, chunked.table());
        } catch (IllegalArgumentException e) {
            throw new StatementFailed(statement, "it cannot run in chunks: " + e.getMessage());
        }
        for (String column : key.columns()) {
            if (chunked.assigned().contains(column.toLowerCase(Locale.ROOT))) {
                throw new StatementFailed(
                        statement, "it cannot run in chunks: it changes " + column + ", by which the rows are walked");
            }
        }
        change.prepare(target.fill(statement));
        LedgerEntry before = ledger.of(statement);
        if (before != null && before.state() == LedgerEntry.State.STARTED) {
            rows = before.rows();
            took = before.took();
            reached = before.checkpoint() == null ? null : PrimaryKey.parse(before.checkpoint());
            progress.note(target.name(), statement.place() + " goes on after " + rows + " rows");
        } else {
            ledger.write(LedgerEntry.started(statement));
        }
    }

    private boolean isFinished(Statement statement) throws SQLException, StatementFailed, Stopped {
        if (cancellation.requested()) {
            throw new Stopped();
        }
        return retry.during(statement, () -> {
            try {
                return chunk(statement);
            } catch (SQLException e) {
                if (Retry.isLock(e)) {
                    connection.rollback();
                    size = Math.max(LEAST, size / 2);
                }
                throw e;
            }
        });
    }

    private boolean chunk(Statement statement) throws SQLException {
        List<String> upTo = Sql.row(connection, bound());
        long begin = System.nanoTime();
        long changed = change.run(chunked.within(key.range(chunked.as(), reached, upTo)));
        Duration sofar = took.plusNanos(System.nanoTime() - begin);
        ledger.write(
                upTo == null
                        ? LedgerEntry.done(statement, rows + changed, sofar)
                        : LedgerEntry.upTo(statement, PrimaryKey.write(upTo), rows + changed, sofar));
        connection.commit();
        rows += changed;
        took = sofar;
        reached = upTo;
        adapt(System.nanoTime() - begin);
        return upTo == null;
    }

    /** The key of the last row of the next chunk; no row when fewer are left. */
    private String bound() {
        String within = key.range(chunked.table(), reached, null);
        String tenant = target.tenant() != null && key.columns().getFirst().equalsIgnoreCase("tenant_id")
                ? " AND " + Sql.name(key.columns().getFirst()) + " = " + target.tenant()
                : "";
        return "SELECT " + key.list() + " FROM " + Sql.name(chunked.table()) + " FORCE INDEX (PRIMARY) WHERE " + within
                + tenant + " ORDER BY " + key.list() + " LIMIT " + (size - 1) + ", 1";
    }

    /** Towards as many rows as fit the time; at most twice or half as many as before, for one chunk says little. */
    private void adapt(long nanos) {
        double fitting = size * (double) settings.chunk().toNanos() / Math.max(1, nanos);
        size = Math.clamp(Math.round(fitting), Math.max(LEAST, size / 2), Math.min(MOST, size * 2));
    }

    private void holdBack() throws SQLException, Stopped {
        if (System.nanoTime() - lookedAtLoad < LOOK_AT_LOAD.toNanos()) {
            return;
        }
        for (Optional<String> why = settings.load().exceeded(connection);
                why.isPresent();
                why = settings.load().exceeded(connection)) {
            progress.note(target.name(), "holding back: " + why.get());
            connection.commit();
            if (cancellation.requested()) {
                throw new Stopped();
            }
            Retry.sleep(CALM_DOWN_MILLIS);
        }
        lookedAtLoad = System.nanoTime();
    }
}
