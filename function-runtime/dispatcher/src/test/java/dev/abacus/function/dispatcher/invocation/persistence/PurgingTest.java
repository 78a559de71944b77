package dev.abacus.function.dispatcher.invocation.persistence;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.ownschema.OwnSchema;
import dev.abacus.kernel.ownschema.OwnSchema.Account;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Old invocations go with all that belongs to them; what anybody may still need stays. */
@WithServers(MARIADB)
class PurgingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final RetentionPolicy POLICY =
            new RetentionPolicy(Duration.ofDays(14), Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(400));

    private DataSource database;
    private JdbcClient jdbc;
    private long last;

    @BeforeEach
    void schema() {
        database = new DriverManagerDataSource(TestSchemas.url(TestSchemas.createOne("fn")), "test", "test");
        OwnSchema.of("function").bringUpToDate(database, new Account(TestSchemas.server(), "test", "test"));
        jdbc = JdbcClient.create(database);
    }

    private Purging purging() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return new Purging(jdbc, transaction, new OrderingKeys(jdbc), POLICY, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private long invocation(String state, int daysAgo, Integer deadLetter, String key) {
        boolean open = state.equals("ENQUEUED");
        jdbc.sql(
                        """
                INSERT INTO invocation (id, function, tenant, state, not_before, open, ordering_key, depth, accepted_at, ended_at,
                  expires_at, dead_letter, event) VALUES (?, 'f', '7', ?, ?, ?, ?, 0, ?, ?, ?, ?, '')
                """)
                .params(
                        ++last,
                        state,
                        daysBefore(daysAgo),
                        open ? 1 : null,
                        key,
                        daysBefore(daysAgo),
                        open ? null : daysBefore(daysAgo),
                        daysBefore(daysAgo),
                        deadLetter)
                .update();
        jdbc.sql(
                        "INSERT INTO attempt (invocation, epoch, number, version, dispatcher, started_at, ended_at, cpu_micros) "
                                + "VALUES (?, 1, 1, 1, 'one', NOW(3), NOW(3), 0)")
                .param(last)
                .update();
        if (key != null) {
            jdbc.sql("INSERT IGNORE INTO ordering_key VALUES ('f', '7', ?, 1)")
                    .param(key)
                    .update();
        }
        return last;
    }

    private static Object daysBefore(int days) {
        return Columns.time(NOW.minus(Duration.ofDays(days)));
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void what_has_ended_goes_after_its_time_and_what_may_be_needed_stays() {
        invocation("SUCCEEDED", 15, null, null);
        invocation("FAILED", 91, 1, null);
        long young = invocation("SUCCEEDED", 13, null, null);
        long letter = invocation("FAILED", 89, 1, null);
        long waiting = invocation("ENQUEUED", 400, null, null);
        long owing = invocation("SUCCEEDED", 15, null, null);
        jdbc.sql("INSERT INTO delivery (id, invocation, function, version, tenant, kind, target, event, due_at) "
                        + "VALUES (1, ?, 'f', 1, '7', 'webhook', 'https://partner', '', NOW(3))")
                .param(owing)
                .update();

        purging().purge();

        assertThat(jdbc.sql("SELECT id FROM invocation ORDER BY id")
                        .query(Long.class)
                        .list())
                .containsExactly(young, letter, waiting, owing);
        assertThat(count("attempt")).isEqualTo(4);
        assertThat(count("delivery")).isEqualTo(1);
    }

    @Test
    void a_key_is_forgotten_with_its_last_invocation() {
        invocation("SUCCEEDED", 15, null, "done");
        invocation("SUCCEEDED", 15, null, "goes-on");
        invocation("ENQUEUED", 0, null, "goes-on");

        purging().purge();

        assertThat(jdbc.sql("SELECT ordering_key FROM ordering_key")
                        .query(String.class)
                        .list())
                .containsExactly("goes-on");
    }

    @Test
    void lines_and_minutes_go_by_their_own_times() {
        for (int days : new int[] {6, 8}) {
            jdbc.sql("INSERT INTO log_line VALUES (?, 'f', '1', ?, 'INFO', 'text')")
                    .params(days, daysBefore(days))
                    .update();
        }
        for (int days : new int[] {399, 401}) {
            jdbc.sql("INSERT INTO metering VALUES (?, 'f', '7', 1, 0, 1, 1)")
                    .param(daysBefore(days))
                    .update();
        }

        purging().purge();

        assertThat(count("log_line")).isEqualTo(1);
        assertThat(count("metering")).isEqualTo(1);
    }

    @Test
    void two_dispatchers_that_purge_at_once_leave_nothing_and_fail_at_nothing() {
        for (int i = 0; i < 1_500; i++) {
            invocation("SUCCEEDED", 15, null, "key-" + i % 10);
        }

        CompletableFuture<?> one = CompletableFuture.runAsync(() -> purging().purge());
        CompletableFuture<?> two = CompletableFuture.runAsync(() -> purging().purge());
        CompletableFuture.allOf(one, two).join();
        purging().purge();

        assertThat(count("invocation")).isZero();
        assertThat(count("attempt")).isZero();
        assertThat(count("ordering_key")).isZero();
    }
}
