package dev.abacus.lane.control.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.control.domain.World.Member;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever processes do and however long they take: while the lane owns a group no adopter consumes, somebody is always
 * entitled, and the epoch tells every change of who may from those before.
 */
class OwnershipModelTest {

    /** Something that happens. */
    record Step(String name, Consumer<World> effect) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Step on(String name, int which, Predicate<Member> who, Consumer<Member> effect) {
        return new Step(name + which, world -> {
            List<Member> fitting = world.members.stream().filter(who).toList();
            if (!fitting.isEmpty()) {
                effect.accept(fitting.get(which % fitting.size()));
            }
        });
    }

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 4);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.integers()
                                .between(1, 5)
                                .map(n -> new Step("seconds" + n, world -> {
                                    for (int i = 0; i < n; i++) {
                                        world.second();
                                    }
                                }))),
                Tuple.of(2, Arbitraries.just(new Step("base-starts", world -> world.start(null)))),
                Tuple.of(3, Arbitraries.just(new Step("lane-starts", world -> world.start(World.LANE)))),
                Tuple.of(2, which.map(n -> on("leaves", n, Member::runs, member -> member.leaving = true))),
                Tuple.of(2, which.map(n -> on("dies", n, Member::runs, member -> member.dead = true))),
                Tuple.of(2, which.map(n -> on("stalls", n, Member::runs, member -> member.asleep = true))),
                Tuple.of(2, which.map(n -> on("wakes", n, member -> member.asleep, OwnershipModelTest::wake))),
                Tuple.of(2, which.map(n -> on("slow", n, Member::runs, member -> member.slow = 3))),
                Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(1, 30)
                                .map(n -> new Step("silence" + n, world -> world.silence(n)))),
                Tuple.of(1, Arbitraries.just(new Step("control-restarts", World::restartControl))));
    }

    /** The first thing a process does when it runs again is to look at its lease. */
    private static void wake(Member member) {
        member.asleep = false;
        member.obeyLease();
    }

    @Property(tries = 1_500)
    void rules_hold_whatever_happens(@ForAll("histories") List<Step> history) {
        var world = new World();
        world.start(null);
        for (Step step : history) {
            step.effect().accept(world);
            ownedMeansTheLaneAlone(world);
            somebodyIsEntitled(world);
        }
        epochsTellChangesApart(world.history);
    }

    @Property(tries = 500)
    void it_settles_when_nothing_happens_any_more(@ForAll("histories") List<Step> history) {
        var world = new World();
        world.start(null);
        history.forEach(step -> step.effect().accept(world));
        world.members.stream().filter(member -> member.asleep).forEach(OwnershipModelTest::wake);
        for (int second = 0; second < World.LEASE.toSeconds() + 15; second++) {
            world.second();
        }
        if (world.laneIsThere()) {
            assertThat(world.owner().state()).isEqualTo(OwnerState.OWNED);
        } else if (world.baselineIsThere()) {
            assertThat(world.owner().state()).isEqualTo(OwnerState.ADOPTED);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return steps().list().ofMinSize(5).ofMaxSize(40);
    }

    private static void ownedMeansTheLaneAlone(World world) {
        if (world.owner().state() == OwnerState.OWNED) {
            assertThat(world.unfencedAdopters())
                    .as("adopters while the lane owns the group, after %s", world.history)
                    .isEmpty();
        }
    }

    /** At lane-control's last look: the lane is in the group, or the baseline has been told to be. */
    private static void somebodyIsEntitled(World world) {
        world.look();
        Ownership owner = world.owner();
        if (!owner.state().adopts()) {
            assertThat(world.sighting().staying()).isNotEmpty();
        } else {
            assertThat(world.sighting().candidates()).allMatch(owner::adopts);
        }
    }

    private static void epochsTellChangesApart(List<Ownership> history) {
        for (int i = 1; i < history.size(); i++) {
            Ownership before = history.get(i - 1);
            Ownership after = history.get(i);
            if (before.state().adopts() != after.state().adopts()) {
                assertThat(after.epoch()).isEqualTo(before.epoch() + 1);
            } else {
                assertThat(after.epoch()).isEqualTo(before.epoch());
            }
        }
    }
}
