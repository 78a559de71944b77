package dev.abacus.kernel.sqlguard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a statement may run. It lets through what it can show to stay inside one tenant, and refuses the
 * rest: every shape that it does not know, and what it cannot parse.
 *
 * <p>A statement is read once and remembered by its text. Thread-safe.
 */
public final class SqlGuard {

    /** In characters of SQL; about 8 MB. A service has some hundreds of statements, of a kilobyte each. */
    private static final long REMEMBERED_TEXT = 4_000_000;

    private static final int REMEMBERED_LOG_LINES = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(SqlGuard.class);

    private final StatementReader reader;
    private final Enforcement enforcement;
    private final MeterRegistry meters;
    private final Cache<String, Judgement> judgements;
    private final Cache<String, Boolean> logged =
            Caffeine.newBuilder().maximumSize(REMEMBERED_LOG_LINES).build();

    /** @param meters gets {@code sql.guard.refused} by rule, and the hits and misses of the cache {@code sql.guard} */
    public SqlGuard(TableCatalogue catalogue, MeterRegistry meters) {
        this(catalogue, meters, Enforcement.all());
    }

    SqlGuard(TableCatalogue catalogue, MeterRegistry meters, Enforcement enforcement) {
        this.reader = new StatementReader(catalogue, enforcement);
        this.enforcement = enforcement;
        this.meters = meters;
        this.judgements = Caffeine.newBuilder()
                .maximumWeight(REMEMBERED_TEXT)
                .weigher((String sql, Judgement judgement) -> sql.length())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, judgements, "sql.guard", Tags.empty());
        for (Rule rule : Rule.values()) {
            refusals(rule);
        }
    }

    /** What a statement was found to be, once and for all. */
    private sealed interface Judgement {

        record Accepted(Verdict verdict) implements Judgement {}

        record Rejected(Rule rule, String explanation) implements Judgement {}
    }

    /**
     * Reads {@code sql}, or remembers what it was found to be.
     *
     * @throws SqlRefused when it breaks a rule
     */
    public Verdict inspect(String sql) {
        return switch (judgements.get(sql, this::judge)) {
            case Judgement.Accepted accepted -> accepted.verdict();
            case Judgement.Rejected rejected -> throw refusal(sql, rejected.rule(), rejected.explanation());
        };
    }

    /**
     * Allows one execution of a statement with these values.
     *
     * @param parameters the value of a JDBC parameter by its ordinal, from 1
     * @throws NoTenant   when it touches tenants' rows and there is no tenant in context
     * @throws SqlRefused when it names another tenant than the one in context
     */
    public void allow(String sql, Verdict verdict, IntFunction<Object> parameters) {
        if (!verdict.touchesTenantRows()) {
            return;
        }
        long tenant = TenantContext.require().value();
        for (int ordinal : verdict.tenantParameters()) {
            if (!isTenant(parameters.apply(ordinal), tenant)) {
                mismatch(sql, "parameter " + ordinal + " is not the tenant in context");
            }
        }
        for (long literal : verdict.tenantLiterals()) {
            if (literal != tenant) {
                mismatch(sql, "a literal tenant_id is not the tenant in context");
            }
        }
    }

    /** Only whole numbers count: the database would take the text {@code '7 or so'} for 7, and compare others as floating point. */
    private static boolean isTenant(Object value, long tenant) {
        return (value instanceof Long || value instanceof Integer) && ((Number) value).longValue() == tenant;
    }

    private void mismatch(String sql, String explanation) {
        if (enforcement.enforces(Rule.SAME_TENANT)) {
            throw refusal(sql, Rule.SAME_TENANT, explanation);
        }
    }

    private Judgement judge(String sql) {
        try {
            return new Judgement.Accepted(reader.read(sql));
        } catch (Enforcement.Refusal e) {
            return new Judgement.Rejected(e.rule, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("the SQL guard stumbled over {}", StatementDigest.of(sql).id(), e);
            return new Judgement.Rejected(Rule.UNDERSTOOD, "reading it failed");
        }
    }

    /** Counts a refusal, and logs it unless the same statement was logged before; the caller throws it. */
    SqlRefused refusal(String sql, Rule rule, String explanation) {
        refusals(rule).increment();
        StatementDigest digest = StatementDigest.of(sql);
        SqlRefused refused = new SqlRefused(rule, explanation, digest);
        if (logged.asMap().putIfAbsent(rule + digest.id(), true) == null) {
            LOG.error("SQL refused, {}", refused.getMessage());
        }
        return refused;
    }

    private Counter refusals(Rule rule) {
        return meters.counter("sql.guard.refused", "reason", rule.code());
    }
}
