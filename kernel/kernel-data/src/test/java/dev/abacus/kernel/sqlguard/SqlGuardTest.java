package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.TableSpec.shared;
import static dev.abacus.kernel.sqlguard.TableSpec.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SqlGuardTest {

    private static final TableCatalogue CATALOGUE =
            TableCatalogue.of(List.of(tenant("product"), tenant("stock"), shared("unit")));
    private static final String QUERY = "SELECT name FROM product WHERE tenant_id = ? AND id = ?";
    private static final TenantId TENANT = new TenantId(7);
    private static final IntFunction<Object> SEVEN = ordinal -> 7L;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SqlGuard guard = new SqlGuard(CATALOGUE, meters);

    @Test
    void a_verdict_tells_which_parameters_name_the_tenant() {
        Verdict verdict = guard.inspect("SELECT ?, p.name FROM product p LEFT JOIN stock s ON s.tenant_id = ?"
                + " AND s.id IN (?, ?) WHERE p.name = '?' AND p.id = ? AND p.tenant_id = ? LIMIT ?");

        assertThat(verdict).isEqualTo(new Verdict(true, List.of(2, 6), List.of()));
    }

    @Test
    void a_verdict_tells_which_literals_name_the_tenant() {
        assertThat(guard.inspect("INSERT INTO stock (id, tenant_id) VALUES (?, 7), (?, ?), (1, 8)"))
                .isEqualTo(new Verdict(true, List.of(3), List.of(7L, 8L)));
    }

    @Test
    void a_statement_without_tenants_tables_needs_no_tenant() {
        Verdict verdict = guard.inspect("SELECT factor FROM unit WHERE code = ?");

        assertThat(verdict).isEqualTo(new Verdict(false, List.of(), List.of()));
        guard.allow("", verdict, SEVEN);
    }

    @Test
    void the_tenant_in_context_is_the_only_one_allowed() {
        Verdict verdict = guard.inspect(QUERY);

        TenantContext.run(TENANT, () -> {
            guard.allow(QUERY, verdict, SEVEN);
            guard.allow(QUERY, verdict, ordinal -> 7);
            for (Object other : new Object[] {8L, null, "7", 7.0, new TenantId(7), (short) 7}) {
                assertThatThrownBy(() -> guard.allow(QUERY, verdict, ordinal -> other))
                        .as("%s", other)
                        .isInstanceOf(SqlRefused.class);
            }
        });
        assertThatThrownBy(() -> guard.allow(QUERY, verdict, SEVEN)).isInstanceOf(NoTenant.class);
    }

    @Test
    void a_literal_tenant_is_compared_too() {
        String own = "SELECT name FROM product WHERE tenant_id = 7";
        String other = "SELECT name FROM product WHERE tenant_id = 8";
        String huge = "SELECT name FROM product WHERE tenant_id = 18446744073709551623";

        TenantContext.run(TENANT, () -> {
            guard.allow(own, guard.inspect(own), SEVEN);
            assertThatThrownBy(() -> guard.allow(other, guard.inspect(other), SEVEN))
                    .isInstanceOf(SqlRefused.class);
        });
        assertThatThrownBy(() -> guard.inspect(huge)).isInstanceOf(SqlRefused.class);
    }

    @Test
    void a_statement_is_read_once_and_remembered() {
        IntStream.range(0, 10).forEach(i -> guard.inspect(QUERY));
        guard.inspect(QUERY + " AND name = ?");

        assertThat(cacheGets("hit")).isEqualTo(9);
        assertThat(cacheGets("miss")).isEqualTo(2);
    }

    @Test
    void what_is_remembered_is_bounded_by_its_length() {
        String filler = "x".repeat(100_000);
        for (int i = 0; i < 100; i++) {
            guard.inspect("SELECT '" + i + filler + "'");
        }

        guard.inspect(QUERY);
        assertThat(meters.get("cache.size").gauge().value()).isLessThan(60);
    }

    @Test
    void a_refusal_is_counted_by_its_rule_from_the_first_scrape_on() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SqlGuard scraped = new SqlGuard(CATALOGUE, prometheus);

        assertThat(prometheus.scrape()).contains("sql_guard_refused_total{reason=\"scoped-table\"} 0.0");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> scraped.inspect("SELECT name FROM product"))
                    .isInstanceOf(SqlRefused.class);
        }
        assertThat(prometheus.scrape()).contains("sql_guard_refused_total{reason=\"scoped-table\"} 3.0");
    }

    @Test
    void a_refusal_names_the_statement_without_its_values() {
        SqlRefused refused = refusal("SELECT name FROM product WHERE name = 'ACME''s secret' AND price = 4711");

        assertThat(refused)
                .hasMessageContaining("SELECT name FROM product WHERE name = ? AND price = ?")
                .hasMessageContaining(refused.digest())
                .hasMessageStartingWith("scoped-table: no condition product.tenant_id = ?");
        assertThat(refused.digest())
                .isEqualTo(refusal("SELECT name FROM product WHERE name = 'x' AND price = 1")
                        .digest());
    }

    @Test
    void a_refusal_is_logged_once_for_each_statement() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(SqlGuard.class);
        logger.addAppender(log);
        try {
            for (int i = 0; i < 5; i++) {
                refusal("SELECT name FROM product WHERE price = " + i);
            }
            refusal("DELETE FROM product");
            TenantContext.run(TENANT, () -> IntStream.of(1, 2).forEach(other -> assertThatThrownBy(
                            () -> guard.allow(QUERY, guard.inspect(QUERY), ordinal -> (long) other))
                    .isInstanceOf(SqlRefused.class)));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(3)
                .allMatch(line -> line.startsWith("SQL refused, "));
    }

    @Test
    void a_statement_refused_for_one_caller_stays_refused_and_an_accepted_one_accepted_for_many_at_once() {
        List<Boolean> accepted = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> {
                    String sql = (i % 2 == 0 ? QUERY : "SELECT name FROM product") + " LIMIT " + i % 20;
                    try {
                        guard.inspect(sql);
                        return i % 2 == 0;
                    } catch (SqlRefused e) {
                        return i % 2 != 0;
                    }
                })
                .toList();

        assertThat(accepted).doesNotContain(false);
    }

    @Test
    void text_that_breaks_the_reader_is_refused() {
        for (String text :
                List.of("", " ", "'", "`", "(", ")", "?", "SELECT", ".", "1", "SELECT FROM WHERE", "\0", "𝒮")) {
            assertThatThrownBy(() -> guard.inspect(text)).as(text).isInstanceOf(SqlRefused.class);
        }
    }

    private SqlRefused refusal(String sql) {
        SqlRefused refused = catchThrowableOfType(SqlRefused.class, () -> guard.inspect(sql));
        assertThat(refused).as(sql).isNotNull();
        return refused;
    }

    private double cacheGets(String result) {
        return meters.get("cache.gets")
                .tag("cache", "sql.guard")
                .tag("result", result)
                .functionCounter()
                .count();
    }
}
