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

    /** Two cores, on which all servers run too, come to some 390; from 300 on whatever starts meanwhile takes half a minute. */
    private static final int RATE = Integer.getInteger("abacus.lanes.rate", 150);

    private static final Duration DWELL = Duration.ofSeconds(Integer.getInteger("abacus.lanes.dwell", 2));
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("abacus.lanes.outage", 10));

    /** A lane's end waits for the leases of those who have died or left. */
    private static final Duration SHORT_LEASE = Duration.ofSeconds(8);

    /** Outlasts the outage, even where Nacos takes its time to start. */
    private static final Duration LONG_LEASE = OUTAGE.plusMinutes(5);

    /** Until the registry is believed again after an outage, and what it has pushed is taken as it is. */
    private static final Duration RECALLED = Duration.ofSeconds(17);

    /** The broker keeps a queue's lock for a minute if nobody gives it back; how long it really takes is printed. */
    private static final Duration NO_MINUTE = Duration.ofSeconds(50);

    private static final Duration EVERY_CALL = Duration.ofMillis(10);

    private static final String OWN = "own-a";
    private static final String BROKEN = "broken-a";

    private static Trial trial;

    /** On a lane with an instance of the service that works. */
    private static List<TenantId> own;

    /** On a lane with an instance of the service that fails at everything. */
    private static List<TenantId> broken;

    /** On a lane that changes another service. */
    private static List<TenantId> unchanged;

    /** On a lane that changes the service and has no instance of it. */
    private static List<TenantId> missing;

    /** On no lane. */
    private static List<TenantId> off;

    @BeforeAll
    static void lanes_side_by_side() {
        trial = Trial.begin(SHORT_LEASE);
        own = trial.tenants(3);
        broken = trial.tenants(1);
        unchanged = trial.tenants(2);
        missing = trial.tenants(2);
        off = trial.tenants(3);
        Control control = trial.control();
        Jvm working = trial.stock(OWN, control.create("own", Set.of(STOCK), own));
        Jvm failing = trial.stock(BROKEN, control.create("broken", Set.of(STOCK), broken), "--trial.broken=true");
        control.create("other", Set.of(SENDER), unchanged);
        control.create("hollow", Set.of(STOCK), missing);
        Stream.of("own", "broken", "other", "hollow").forEach(id -> control.awaitState(id, LaneState.ROUTABLE));
        working.awaitStarted();
        failing.awaitStarted();
        Stream.of("own", "broken").forEach(id -> control.awaitOwner(id, "OWNED"));
        Awaitility.await().until(() -> servedRightly().test(Calls.make(trial, own.getFirst())));
        Awaitility.await().until(() -> servedRightly().test(Calls.make(trial, broken.getFirst())));
    }

    @AfterAll
    static void end() {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    void tenants_of_a_lane_that_lacks_the_service_are_served_by_the_baseline_and_never_by_another_lane() {
        List<TenantId> all = together(own, unchanged, missing, off);
        try (Load load = Load.begin(trial, all, RATE);
                Calls calls = Calls.begin(trial, all, EVERY_CALL)) {
            dwell();
            List<Call> made = calls.stop();
            List<Sent> sent = load.stop();
            trial.ledger().awaitEffects(sent);

            servedRightly(made);
            handledRightly(sent);
        }
    }

    @Test
    void what_a_lanes_own_instance_cannot_do_nobody_else_does_for_it() {
        try (Load load = Load.begin(trial, together(broken, off), RATE / 5);
                Calls calls = Calls.begin(trial, together(broken, off), EVERY_CALL)) {
            dwell();
            List<Call> made = calls.stop();
            List<Sent> sent = load.stop();
            List<Sent> hopeless = of(sent, broken);
            List<Sent> harmless = of(sent, off);
            Awaitility.await("all dead letters, and the lane's")
                    .until(() -> trial.ledger().kept(broken, "DEAD"), Map.of("broken-1", hopeless.size())::equals);
            trial.ledger().awaitEffects(harmless);

            servedRightly(made);
            assertThat(trial.ledger().kept(broken, "WAITING")).isEmpty();
            assertThat(trial.ledger().attemptsOfTheDead(broken)).containsExactly(3);
            handledRightly(harmless);
        }
    }

    @Test
    void without_lane_control_and_the_registry_everything_goes_where_it_went() throws Exception {
        trial.control().lease(LONG_LEASE);
        List<TenantId> all = together(own, missing, off);
        var nacos = new SuiteProcess("nacos");
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
            trial.ledger().awaitEffects(sent);

            System.out.printf(
                    "lane-control and Nacos away for %d ms: %d calls, %d messages%n",
                    (back - gone) / 1_000, made.size(), sent.size());
            servedRightly(made);
            handledRightly(sent);
        }
    }

    @Test
    void through_a_lanes_whole_life_every_message_has_one_effect_by_the_right_code() {
        Control control = trial.control();
        control.lease(SHORT_LEASE);
        List<TenantId> on = trial.tenants(4);
        try (Load load = Load.begin(trial, together(on, trial.tenants(4)), RATE)) {
            LaneTag lane = control.create("life", Set.of(STOCK), on);
            control.awaitState("life", LaneState.ROUTABLE);
            trial.ledger().awaitHandled(lane, "base-1", "base-2");
            Jvm first = trial.stock("life-a", lane).awaitStarted();
            control.awaitOwner("life", "OWNED");
            trial.ledger().awaitHandled(lane, "life-a");
            dwell();
            long killed = Micros.now();
            first.kill();
            control.awaitOwner("life", "ADOPTED");
            long adopted = Micros.now();

            Jvm second = trial.stock("life-b", lane).awaitStarted();
            control.awaitOwner("life", "OWNED");
            trial.ledger().awaitHandled(lane, "life-b");
            trial.replaceBaseline("base-3");
            long left = Micros.now();
            second.stop();
            control.awaitOwner("life", "ADOPTED");
            second.awaitEnd();
            long adoptedAgain = Micros.now();
            trial.ledger().awaitHandled(lane, "base-3");
            dwell();

            long drained = Micros.now();
            control.drain("life");
            control.awaitState("life", LaneState.RETIRED);
            LaneTag again = control.create("life", Set.of(STOCK), on);
            control.awaitState("life", LaneState.ROUTABLE);
            long reborn = Micros.now();
            trial.ledger().awaitHandled(again, "base-3");
            dwell();
            List<Sent> sent = load.stop();
            trial.ledger().awaitEffects(sent);

            List<Effect> effects = trial.ledger().effects(sent);
            assertThat(trial.ledger().faults(sent, effects, trial.laneOf())).isEmpty();
            assertThat(again).isEqualTo(new LaneTag("life", lane.generation() + 1));
            assertThat(trial.ledger().beganBefore(again, lane))
                    .as("queues that the lane of the same name reads from before its time")
                    .isZero();
            assertThat(effects.stream().filter(handledOffItsLane()))
                    .as("sent on the lane, handled without it: only what was on its way at the end")
                    .allMatch(effect -> effect.doneAt() > drained && effect.sentAt() < reborn);
            assertThat(handledBy(effects, lane)).containsOnly("life-a", "base-1", "base-2", "life-b", "base-3");
            assertThat(handledBy(effects, again)).containsExactly("base-3");

            Gap kill = Ledger.gap(effects, lane, killed, adopted);
            Gap exit = Ledger.gap(effects, lane, left, adoptedAgain);
            System.out.printf("a lane's only consumer killed: %s%na clean exit: %s%n", kill, exit);
            assertThat(kill.silence()).isLessThan(NO_MINUTE);
            assertThat(exit.silence()).isLessThan(NO_MINUTE);
        }
    }

    /**
     * By its lane's instance, who also says himself that he cannot; else by the baseline, with the tag on for a later hop.
     */
    private static Predicate<Call> servedRightly() {
        return call -> {
            if (broken.contains(call.tenant())) {
                return BROKEN.equals(call.failedBy());
            }
            return call.who() != null
                    && Objects.equals(call.who().asked(), Objects.toString(call.lane(), null))
                    && (own.contains(call.tenant())
                            ? call.who().name().equals(OWN)
                            : call.who().lane() == null);
        };
    }

    private static void servedRightly(List<Call> made) {
        assertThat(made).isNotEmpty();
        assertThat(made.stream().filter(servedRightly().negate())).isEmpty();
    }

    private static void handledRightly(List<Sent> sent) {
        List<Effect> effects = trial.ledger().effects(sent);
        assertThat(trial.ledger().faults(sent, effects, trial.laneOf())).isEmpty();
        assertThat(effects.stream().filter(handledOffItsLane())).isEmpty();
        assertThat(effects)
                .allMatch(effect -> own.contains(new TenantId(effect.tenant()))
                        ? effect.instance().equals(OWN)
                        : Ledger.BASELINE.equals(trial.laneOf().get(effect.instance())));
    }

    private static List<Sent> of(List<Sent> sent, List<TenantId> tenants) {
        return sent.stream().filter(one -> tenants.contains(one.tenant())).toList();
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

    @SafeVarargs
    private static List<TenantId> together(List<TenantId>... some) {
        return Stream.of(some).flatMap(List::stream).toList();
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
