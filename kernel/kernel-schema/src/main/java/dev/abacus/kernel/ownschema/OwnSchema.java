package dev.abacus.kernel.ownschema;

import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.schema.Migration;
import dev.abacus.sql.schema.SchemaState;
import dev.abacus.sql.schema.ServiceSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What this build brings for the schema of a service, by the migrations that are on its class path. */
public final class OwnSchema {

    private static final Logger LOG = LoggerFactory.getLogger(OwnSchema.class);

    private final ServiceSchema schema;

    private OwnSchema(ServiceSchema schema) {
        this.schema = schema;
    }

    public static OwnSchema of(String service) {
        List<Migration> migrations = new ArrayList<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/" + service + "/*.sql");
            for (Resource file : files) {
                migrations.add(
                        Migration.of(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8), service));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (migrations.isEmpty()) {
            throw new IllegalArgumentException("there are no migrations in db/migration/" + service);
        }
        return new OwnSchema(new ServiceSchema(service, migrations));
    }

    /**
     * Runs what has not run there; when another process is at it, waits for that. One query when there is nothing to do.
     *
     * @throws SchemaRefused before anything is changed, when this build does not fit what is there
     */
    public void bringUpToDate(DataSource source, Account account) {
        SchemaState state = fitting(source, account);
        if (state.isUpToDate()) {
            return;
        }
        try {
            String owner = schema.service() + "-" + ProcessHandle.current().pid();
            TargetReport report = state.bringUpToDate(RunSettings.standard(owner), new Logged());
            if (!report.isDone()) {
                throw new IllegalStateException(state.target().name() + " is not up to date: " + report.message());
            }
            LOG.info("{}: {} statements of {}", report.target(), report.ran(), schema.service());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @throws SchemaRefused when something has not run there, or this build does not fit what has; nothing is changed */
    public void check(DataSource source, Account account) {
        SchemaState state = fitting(source, account);
        if (!state.pending().isEmpty()) {
            throw SchemaRefused.behind(
                    schema.service(),
                    state.target().name(),
                    state.pending().stream().map(Migration::file).collect(Collectors.joining(", ")));
        }
    }

    private SchemaState fitting(DataSource source, Account account) {
        // by the pool, which waits for a database that starts beside the service
        try (Connection connection = source.getConnection()) {
            Target target = Target.shard(account.server(), connection.getCatalog(), account.user(), account.password());
            SchemaState state = SchemaState.of(connection, target, schema, null);
            if (!state.objections().isEmpty()) {
                throw SchemaRefused.because(schema.service(), target.name(), state.objections());
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException("The schema of " + schema.service() + " cannot be looked at", e);
        }
    }

    /**
     * By which the runner comes to the schema, with connections of its own.
     *
     * @param server host and port
     */
    public record Account(String server, String user, String password) {}

    private static final class Logged implements Progress {
        @Override
        public void statementDone(String target, String place, long rows, Duration took) {
            LOG.debug("{}: {} took {}", target, place, took);
        }

        @Override
        public void note(String target, String what) {
            LOG.info("{}: {}", target, what);
        }
    }
}
