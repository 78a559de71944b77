package dev.abacus.kernel.job;

import dev.abacus.kernel.job.Claims.Standing;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs what this process may run of one job at one time. */
final class Firing {

    private static final Logger log = LoggerFactory.getLogger(Firing.class);

    private final Claims claims;
    private final TenantPlacements tenants;
    private final Self self;
    private final ActiveRules rules;
    private final JobProperties properties;
    private final Tracer tracer;
    private final MeterRegistry meters;
    private final Clock clock;

    Firing(
            Claims claims,
            TenantPlacements tenants,
            Self self,
            ActiveRules rules,
            JobProperties properties,
            Tracer tracer,
            MeterRegistry meters,
            Clock clock) {
        this.claims = claims;
        this.tenants = tenants;
        this.self = self;
        this.rules = rules;
        this.properties = properties;
        this.tracer = tracer;
        this.meters = meters;
        this.clock = clock;
    }

    /** One pass over all tenants; answers whether the job is over for every one of them. */
    boolean pass(Job job, Instant fireTime, BooleanSupplier going) {
        boolean over = true;
        for (TenantId tenant : tenants.tenants()) {
            if (!going.getAsBoolean()) {
                return true;
            }
            try {
                over &= TenantContext.call(tenant, () -> passOver(job, fireTime, tenant));
            } catch (RuntimeException e) {
                log.warn("{} cannot be looked at for tenant {}: {}", job.name(), tenant, e.toString());
                over = false;
            }
        }
        return over;
    }

    private boolean passOver(Job job, Instant fireTime, TenantId tenant) {
        Duration since = Duration.between(fireTime, clock.instant());
        Turn turn = Turn.of(tenant, self, rules, since, properties.grace());
        if (!turn.mine() && !self.onBaseline()) {
            return true;
        }
        Standing standing = claims.standing(job.name(), fireTime);
        if (standing != Standing.OPEN) {
            return standing == Standing.OVER;
        }
        if (!turn.mine() || !claims.take(job.name(), fireTime, turn.lane())) {
            return false;
        }
        return run(job, fireTime, turn.lane());
    }

    private boolean run(Job job, Instant fireTime, LaneTag lane) {
        String on = lane == null ? "baseline" : lane.toString();
        var span = tracer.spanBuilder("job " + job.name())
                .setNoParent()
                .setAttribute("abacus.tenant", TenantContext.require().value())
                .setAttribute("abacus.lane", on)
                .setAttribute("abacus.job.fire_time", fireTime.toString())
                .startSpan();
        String outcome = "done";
        long begun = System.nanoTime();
        try (var scope = LaneContext.with(Context.root().with(span), lane).makeCurrent();
                var logged = MDC.putCloseable("lane", on)) {
            job.work().run();
            claims.done(job.name(), fireTime);
            return true;
        } catch (RuntimeException e) {
            outcome = "failed";
            span.setStatus(StatusCode.ERROR, e.toString());
            log.error("{} of {} failed", job.name(), fireTime, e);
            claims.failed(job.name(), fireTime, e.toString());
            return false;
        } finally {
            span.end();
            meters.timer("tenant.job", "job", job.name(), "outcome", outcome, "lane", on)
                    .record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    @Override
    public String toString() {
        return self.member();
    }
}
