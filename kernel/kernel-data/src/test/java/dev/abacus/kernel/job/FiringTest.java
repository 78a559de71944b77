package dev.abacus.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;

/** One run for each tenant and time, by whoever's turn it is. */
class FiringTest extends KernelTest {

    private static final JobProperties PROPERTIES =
            new JobProperties(true, Duration.ofSeconds(15), Duration.ofMinutes(5), 3, Duration.ofSeconds(10));
    private static final LaneTag LANE = LaneTag.parse("jobs-1");

    /** @param lane the tag that the run had; null for none */
    private record Run(TenantId tenant, String by, String lane) {}

    private final List<Run> runs = Collections.synchronizedList(new ArrayList<>());
    private Instant due;
    private Instant now;
    private int failures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TenantPlacements tenants;

    @Autowired
    Tracer tracer;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void due() {
        due = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        now = due.plusSeconds(1);
    }

    @Test
    void each_tenant_is_run_once_however_often_it_is_looked_at() {
        pass(baseline("one"));
        pass(baseline("one"));
        pass(baseline("two"));

        assertThat(runsOf(here)).containsExactly(new Run(here, "one", null));
        assertThat(runsOf(there)).containsExactly(new Run(there, "one", null));
    }

    @Test
    void of_two_instances_at_the_same_moment_one_runs_it() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> passes =
                    List.of(both.submit(() -> pass(baseline("one"))), both.submit(() -> pass(baseline("two"))));
            for (Future<?> pass : passes) {
                pass.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }

        assertThat(runsOf(here)).hasSize(1);
        assertThat(runsOf(there)).hasSize(1);
    }

    @Test
    void another_time_is_another_run() {
        pass(baseline("one"));
        due = due.plusSeconds(60);
        now = due.plusSeconds(1);
        pass(baseline("one"));

        assertThat(runsOf(here)).hasSize(2);
    }

    @Test
    void a_failed_run_is_tried_again_and_given_up_after_the_third_time() {
        failures = Integer.MAX_VALUE;
        for (int look = 0; look < 5; look++) {
            pass(baseline("one"));
        }

        assertThat(runsOf(here)).hasSize(3);
    }

    @Test
    void a_claimant_that_died_is_taken_over_from_when_its_lease_has_ended() {
        TenantContext.run(here, () -> assertThat(claims("dead").take("sample.job", due, null))
                .isTrue());
        pass(baseline("one"));
        assertThat(runsOf(here)).isEmpty();

        now = now.plus(PROPERTIES.lease());
        pass(baseline("one"));

        assertThat(runsOf(here)).containsExactly(new Run(here, "one", null));
    }

    @Test
    void a_claimant_that_lost_its_claim_cannot_end_it() {
        TenantContext.run(here, () -> {
            Claims late = claims("late");
            late.take("sample.job", due, null);
            now = now.plus(PROPERTIES.lease());
            assertThat(claims("next").take("sample.job", due, null)).isTrue();

            late.done("sample.job", due);

            assertThat(late.standing("sample.job", due)).isEqualTo(Claims.Standing.RUNNING);
        });
    }

    @Test
    void a_lanes_instance_runs_its_own_tenants_and_nobody_elses() {
        pass(firing("lane", LANE, onLane(here)));

        assertThat(runsOf(here)).containsExactly(new Run(here, "lane", LANE.toString()));
        assertThat(runsOf(there)).isEmpty();
    }

    @Test
    void the_baseline_leaves_a_lanes_tenants_to_the_lane_for_a_while() {
        pass(firing("baseline", null, onLane(here)));

        assertThat(runsOf(here)).isEmpty();
        assertThat(runsOf(there)).hasSize(1);
    }

    @Test
    void after_the_grace_period_the_baseline_runs_a_lanes_tenants_on_the_lanes_tag() {
        now = due.plus(PROPERTIES.grace());

        pass(firing("baseline", null, onLane(here)));

        assertThat(runsOf(here)).containsExactly(new Run(here, "baseline", LANE.toString()));
    }

    @Test
    void a_lane_that_does_not_change_the_service_is_not_waited_for() {
        pass(firing("baseline", null, rules(here, "another-service")));

        assertThat(runsOf(here)).containsExactly(new Run(here, "baseline", LANE.toString()));
    }

    private List<Run> runsOf(TenantId tenant) {
        return runs.stream().filter(run -> run.tenant().equals(tenant)).toList();
    }

    private Firing baseline(String member) {
        return firing(member, null, new ActiveRules(() -> now));
    }

    private Firing firing(String member, LaneTag lane, ActiveRules rules) {
        return new Firing(
                claims(member),
                tenants,
                new Self(member, "sample-service", lane, null),
                rules,
                PROPERTIES,
                tracer,
                meters,
                clock());
    }

    private Claims claims(String member) {
        return new Claims("sample", jdbc, clock(), member, PROPERTIES);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private void pass(Firing firing) {
        String member = firing.toString();
        firing.pass(new Job("sample.job", CronExpression.parse("0 0 3 * * *"), () -> run(member)), due, () -> true);
    }

    private void run(String member) {
        runs.add(new Run(
                TenantContext.require(),
                member,
                LaneContext.current().map(LaneTag::toString).orElse(null)));
        if (failures-- > 0) {
            throw new IllegalStateException("told to fail");
        }
    }

    private ActiveRules onLane(TenantId tenant) {
        return rules(tenant, "sample-service");
    }

    private ActiveRules rules(TenantId tenant, String service) {
        var active = new ActiveRules(() -> now);
        var rule = new LaneRule(
                LANE,
                LaneKind.GRAY,
                LaneState.ROUTABLE,
                false,
                Set.of(service),
                TenantIds.of(tenant.value()),
                TenantIds.none(),
                0,
                Window.ALWAYS,
                null);
        active.accept(new LaneRules(1, now, false, null, List.of(rule)));
        return active;
    }
}
