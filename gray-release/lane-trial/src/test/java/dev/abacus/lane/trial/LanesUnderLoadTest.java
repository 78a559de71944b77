package dev.abacus.lane.trial;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.NACOS;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static dev.abacus.kernel.test.servers.Server.ROCKETMQ;
import static dev.abacus.lane.trial.Trial.SENDER;
import static dev.abacus.lane.trial.Trial.STOCK;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.SuiteProcess;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.trial.Calls.Call;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lanes with processes that come, go and die while messages keep coming: each has one effect, by the code that it is meant
 * for.
 *
 * <p>{@code -Dabacus.lanes.rate} (messages a second), {@code -Dabacus.lanes.dwell} (seconds in each phase) and {@code
 * -Dabacus.lanes.outage} (seconds before lane-control and Nacos are started again) make it longer and harder.
 */
@WithServers({MARIADB, REDIS, NACOS, ROCKETMQ})
class LanesUnderLoadTest {

    private static final int RATE = Integer.getInteger("abacus.lanes.rate", 500);
    private static final Duration DWELL = Duration.ofSeconds(Integer.getInteger("abacus.lanes.dwell", 2));
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("abacus.lanes.outage", 10));

    /** A lane's end waits for the leases of those who have died or left. */
    private static final Duration SHORT_LEASE = Duration.ofSeconds(8);

    private static final Duration LONG_LEASE = OUTAGE.plusSeconds(80);

    /** Until the registry is believed again after an outage, and what it has pushed is taken as it is. */
    private static final Duration RECALLED = Duration.ofSeconds(17);

    /** A bound for a test on a busy machine; how long it really takes is printed. */
    private static final Duration NO_MINUTE = Duration.ofSeconds(15);

    private static final Duration EVERY_CALL = Duration.ofMillis(10);

    private static Trial trial;

    @BeforeAll
    static void begin() {
        trial = Trial.begin(SHORT_LEASE);
    }

    @AfterAll
    static void end() {
        trial.close();
    }

    @Test
    void through_a_lanes_whole_life_every_message_has_one_effect_by_the_right_code() {
        trial.control().lease(SHORT_LEASE);
        List<TenantId> on = trial.tenants(4);
        List<TenantId> off = trial.tenants(4);
        try (Load load = Load.begin(trial, both(on, off), RATE)) {
            LaneTag lane = trial.control().create("life", Set.of(STOCK), on);
            dwell();
            Jvm first = trial.stock("life-a", lane).awaitStarted();
            trial.control().awaitOwner("life", "OWNED");
            dwell();
            long killed = Micros.now();
            first.kill();
            trial.control().awaitOwner("life", "ADOPTED");
            long adopted = Micros.now();

            Jvm second = trial.stock("life-b", lane).awaitStarted();
            trial.control().awaitOwner("life", "OWNED");
            trial.restartBaseline();
            long left = Micros.now();
            second.stop();
            trial.control().awaitOwner("life", "ADOPTED");
            second.awaitEnd();
            dwell();
            long adoptedAgain = Micros.now();

            long drained = Micros.now();
            trial.control().drain("life");
            trial.control().awaitState("life", LaneState.RETIRED);
            long retired = Micros.now();
            LaneTag again = trial.control().create("life", Set.of(STOCK), on);
            dwell();
            List<Sent> sent = load.stop();
            trial.ledger().awaitEffects(both(on, off), sent.size());

            List<Effect> effects = trial.ledger().effects(both(on, off));
            assertThat(trial.ledger().faults(sent, effects, trial.laneOf())).isEmpty();
            assertThat(again).isEqualTo(new LaneTag("life", lane.generation() + 1));
            assertThat(trial.ledger().beganBefore(again, lane))
                    .as("queues that the lane of the same name reads from before its time")
                    .isZero();
            assertThat(effects.stream().filter(handledOffItsLane()))
                    .as("sent on the lane, handled without it: only at its end")
                    .allMatch(effect -> drained - 5_000_000 < effect.sentAt() && effect.sentAt() < retired);
            assertThat(handledBy(effects, lane)).contains("life-a", "life-b").hasSizeGreaterThan(2);
            assertThat(handledBy(effects, again)).isNotEmpty();

            Gap kill = Ledger.gap(effects, lane, killed, adopted);
            Gap exit = Ledger.gap(effects, lane, left, adoptedAgain);
            System.out.printf("lane's only consumer killed: %s%nit exits cleanly: %s%n", kill, exit);
            assertThat(kill.longestWait()).isLessThan(NO_MINUTE);
            assertThat(exit.longestWait()).isLessThan(NO_MINUTE);
        }
    }

    @Test
    void tenants_of_a_lane_that_lacks_the_service_are_served_by_the_baseline_and_never_by_the_other_lane() {
        List<TenantId> own = trial.tenants(2);
        List<TenantId> unchanged = trial.tenants(2);
        List<TenantId> missing = trial.tenants(2);
        List<TenantId> off = trial.tenants(2);
        List<TenantId> all = both(both(own, unchanged), both(missing, off));
        LaneTag has = trial.control().create("has", Set.of(STOCK), own);
        trial.control().create("other", Set.of(SENDER), unchanged);
        trial.control().create("hollow", Set.of(STOCK), missing);
        try (Jvm instance = trial.stock("has-a", has).awaitStarted()) {
            trial.control().awaitOwner("has", "OWNED");
            knownToCallers(own, "has-a");
            try (Load load = Load.begin(trial, all, RATE);
                    Calls calls = Calls.begin(trial, all, EVERY_CALL)) {
                dwell();
                List<Call> made = calls.stop();
                List<Sent> sent = load.stop();
                trial.ledger().awaitEffects(all, sent.size());

                assertThat(made).allMatch(servedBy(own, "has-a"));
                List<Effect> effects = trial.ledger().effects(all);
                assertThat(trial.ledger().faults(sent, effects, trial.laneOf())).isEmpty();
                assertThat(effects).allMatch(byItsOwn(own, "has-a"));
                assertThat(effects.stream().filter(handledOffItsLane())).isEmpty();
            }
        }
    }

    @Test
    void a_lanes_broken_instance_is_nobody_elses_to_stand_in_for() {
        List<TenantId> on = trial.tenants(1);
        List<TenantId> off = trial.tenants(7);
        List<TenantId> all = both(on, off);
        LaneTag lane = trial.control().create("broken", Set.of(STOCK), on);
        try (Jvm instance = trial.stock("broken-a", lane, "--trial.broken=true").awaitStarted()) {
            trial.control().awaitOwner("broken", "OWNED");
            Awaitility.await().until(() -> Calls.make(trial, on.getFirst()).failure() != null);
            try (Load load = Load.begin(trial, all, RATE);
                    Calls calls = Calls.begin(trial, all, EVERY_CALL)) {
                dwell();
                List<Call> made = calls.stop();
                List<Sent> sent = load.stop();
                List<Sent> hopeless = sent.stream()
                        .filter(one -> on.contains(one.tenant()))
                        .toList();
                trial.ledger().awaitEffects(off, sent.size() - hopeless.size());
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> trial.ledger().kept(on, "DEAD"), Map.of(lane.toString(), hopeless.size())::equals);

                assertThat(made.stream().filter(call -> on.contains(call.tenant())))
                        .isNotEmpty()
                        .allMatch(call -> "broken-a".equals(call.failedBy()), "the lane's own error is the answer");
                assertThat(made.stream().filter(call -> off.contains(call.tenant())))
                        .allMatch(servedBy(List.of(), null));
                assertThat(trial.ledger().effects(on)).as("by anybody").isEmpty();
                assertThat(trial.ledger().kept(on, "WAITING")).isEmpty();
                assertThat(trial.ledger().attemptsOfTheDead(on)).containsExactly(3);
                assertThat(trial.ledger()
                                .faults(
                                        sent.stream()
                                                .filter(one -> off.contains(one.tenant()))
                                                .toList(),
                                        trial.ledger().effects(off),
                                        trial.laneOf()))
                        .isEmpty();
            }
        }
    }

    @Test
    void without_lane_control_and_the_registry_everything_goes_where_it_went() throws Exception {
        trial.control().lease(LONG_LEASE);
        List<TenantId> on = trial.tenants(4);
        List<TenantId> off = trial.tenants(4);
        List<TenantId> all = both(on, off);
        LaneTag lane = trial.control().create("steady", Set.of(STOCK), on);
        var nacos = new SuiteProcess("nacos");
        try (Jvm instance = trial.stock("steady-a", lane).awaitStarted()) {
            trial.control().awaitOwner("steady", "OWNED");
            knownToCallers(on, "steady-a");
            try (Load load = Load.begin(trial, all, RATE);
                    Calls calls = Calls.begin(trial, all, EVERY_CALL)) {
                dwell();
                long gone = Micros.now();
                trial.control().kill();
                nacos.kill();
                pause(OUTAGE);
                nacos.start();
                long back = Micros.now();
                trial.control().startAgain();
                pause(RECALLED.minusMillis((Micros.now() - back) / 1_000));
                List<Call> made = calls.stop();
                List<Sent> sent = load.stop();
                trial.ledger().awaitEffects(all, sent.size());

                System.out.printf(
                        "lane-control and Nacos away for %d ms: %d calls, %d messages%n",
                        (back - gone) / 1_000, made.size(), sent.size());
                assertThat(made).allMatch(servedBy(on, "steady-a"));
                List<Effect> effects = trial.ledger().effects(all);
                assertThat(trial.ledger().faults(sent, effects, trial.laneOf())).isEmpty();
                assertThat(effects).allMatch(byItsOwn(on, "steady-a"));
                assertThat(effects.stream().filter(handledOffItsLane())).isEmpty();
            }
        }
    }

    /** {@code own} by the lane's instance, everybody else by the baseline, and all with their tag on. */
    private static Predicate<Call> servedBy(Collection<TenantId> own, String instance) {
        return call -> call.who() != null
                && Objects.equals(call.who().asked(), Objects.toString(call.lane(), null))
                && (own.contains(call.tenant())
                        ? call.who().name().equals(instance)
                        : call.who().lane() == null);
    }

    private static Predicate<Effect> byItsOwn(Collection<TenantId> own, String instance) {
        return effect -> own.contains(new TenantId(effect.tenant()))
                ? effect.instance().equals(instance)
                : Ledger.BASELINE.equals(trial.laneOf().get(effect.instance()));
    }

    private static Predicate<Effect> handledOffItsLane() {
        return effect -> !Objects.equals(effect.sentLane(), effect.lane());
    }

    private static Set<String> handledBy(List<Effect> effects, LaneTag lane) {
        return effects.stream()
                .filter(effect -> lane.toString().equals(effect.lane()))
                .map(Effect::instance)
                .collect(toSet());
    }

    private static void knownToCallers(List<TenantId> own, String instance) {
        Awaitility.await().until(() -> servedBy(own, instance).test(Calls.make(trial, own.getFirst())));
    }

    private static List<TenantId> both(List<TenantId> some, List<TenantId> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static void dwell() {
        pause(DWELL);
    }

    /** The load goes on meanwhile. */
    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
