package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One group on one lane, with processes that behave as real ones do: they act on the last answer that reached them, stop
 * when their lease has ended, die, fall asleep and wake up. lane-control sees of them only what they report.
 */
final class World {

    static final String GROUP = "stock";
    static final LaneTag LANE = new LaneTag("x", 1);
    static final Duration LEASE = Duration.ofSeconds(20);
    private static final List<String> QUEUES = List.of("t/b/0", "t/b/1", "t/b/2", "t/b/3");

    /** A process. */
    final class Member {

        final String name;
        final LaneTag lane;
        boolean dead;
        boolean asleep;
        boolean leaving;
        boolean left;
        /** Connected to the broker in the lane's group. */
        boolean inGroup;
        /** Under which epoch it adopts; 0 for a member of the lane. */
        long epoch;
        /** How many rounds it still takes to do what it was told. */
        int slow;

        Instant leaseEnd = Instant.EPOCH;
        long ordered;
        boolean mayLeave;

        Member(String name, LaneTag lane) {
            this.name = name;
            this.lane = lane;
        }

        boolean runs() {
            return !dead && !asleep && !left;
        }

        boolean isAdopter() {
            return lane == null;
        }

        /** What a process does by itself, before it hears anything: a lease that has ended ends its adoption. */
        void obeyLease() {
            if (isAdopter() && !now.isBefore(leaseEnd)) {
                inGroup = false;
                ordered = 0;
            }
        }

        /** Takes part in the group as it was told, or takes its time. */
        void act() {
            if (slow > 0) {
                slow--;
                return;
            }
            if (isAdopter()) {
                inGroup = ordered != 0;
                epoch = ordered;
            } else if (leaving) {
                if (mayLeave) {
                    inGroup = false;
                    left = true;
                }
            } else {
                inGroup = true;
            }
        }

        Heartbeat report() {
            Set<String> queues = inGroup ? assigned().getOrDefault(this, Set.of()) : Set.of();
            List<Holding> holdings =
                    inGroup ? List.of(new Holding(GROUP, LANE, isAdopter() ? epoch : 0, queues)) : List.of();
            return new Heartbeat(
                    name,
                    "inventory",
                    null,
                    lane,
                    null,
                    1,
                    leaving,
                    List.of(new ConsumerGroup(GROUP, Set.of("t"))),
                    holdings);
        }
    }

    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final List<Member> members = new ArrayList<>();
    final List<Ownership> history = new ArrayList<>();
    private final KnownGroup group = new KnownGroup(GROUP, "inventory", Set.of("t"));
    private final Patience patience = Patience.standard(LEASE);
    private Roster roster = new Roster(now, patience);
    private Ownership owner = Ownership.adopted(GROUP, LANE, now);
    private Instant posted = now;
    private Set<String> free = Set.of();
    private int named;

    private final Outside outside = new Outside() {
        @Override
        public boolean unregistered(String service, String instance) {
            return false;
        }

        /** Sleepers stay connected. */
        @Override
        public Set<String> clients(String brokerGroup) {
            var clients = new HashSet<String>();
            members.stream()
                    .filter(member -> member.inGroup && !member.dead && !member.left)
                    .forEach(member -> clients.add("10.0.0.1@" + member.name));
            return clients;
        }
    };

    World() {
        history.add(owner);
    }

    Ownership owner() {
        return owner;
    }

    Member start(LaneTag lane) {
        var member = new Member((lane == null ? "base" : "lane") + named++ + ".", lane);
        members.add(member);
        return member;
    }

    /** As the broker's rebalance would share the queues. */
    private Map<Member, Set<String>> assigned() {
        var in = members.stream()
                .filter(member -> member.inGroup && !member.dead && !member.left)
                .toList();
        Map<Member, Set<String>> shares = new HashMap<>();
        for (int queue = 0; queue < QUEUES.size() && !in.isEmpty(); queue++) {
            shares.computeIfAbsent(in.get(queue % in.size()), key -> new HashSet<>())
                    .add(QUEUES.get(queue));
        }
        return shares;
    }

    /** One second: everybody reports and acts, and lane-control looks. */
    void second() {
        for (Member member : members) {
            if (member.runs()) {
                member.obeyLease();
                beat(member);
                member.act();
            }
        }
        now = now.plusSeconds(1);
        look();
    }

    private void beat(Member member) {
        roster.hear(member.report(), now, posted);
        member.leaseEnd = now.plus(LEASE);
        if (member.isAdopter()) {
            member.ordered = !member.leaving && owner.adopts(member.name) ? owner.epoch() : 0;
        }
        member.mayLeave = free.contains(member.name);
        if (member.isAdopter() && roster.find(member.name).orElseThrow().hasLetGo()) {
            member.left = true;
        }
    }

    /** Time without anybody reporting: lane-control, or the network, is away. */
    void silence(int seconds) {
        now = now.plusSeconds(seconds);
        members.stream().filter(Member::runs).forEach(Member::obeyLease);
        look();
    }

    void look() {
        roster.forget(now);
        Ownership next = owner.next(sighting());
        if (next != owner) {
            owner = next;
            history.add(next);
        }
        var mayGo = new HashSet<String>();
        for (String name : sighting().leaving()) {
            if (!sighting().staying().isEmpty()
                    || roster.adopterIsIn(owner, now, outside)
                    || sighting().candidates().isEmpty()) {
                mayGo.add(name);
            }
        }
        members.stream().filter(member -> member.leaving && !member.inGroup).forEach(member -> mayGo.add(member.name));
        free = mayGo;
        posted = now;
    }

    Sighting sighting() {
        return roster.sighting(group, LANE, Set.copyOf(QUEUES), now, outside);
    }

    /** lane-control starts anew: what it had in memory is gone, what it had written down is not. */
    void restartControl() {
        roster = new Roster(now.plus(LEASE), patience);
        free = Set.of();
        posted = now;
    }

    /** Adopters that could take a message at this moment, or at any later one by themselves. */
    List<Member> unfencedAdopters() {
        return members.stream()
                .filter(member -> member.isAdopter() && member.inGroup && !member.dead && !member.left)
                .filter(member -> now.isBefore(member.leaseEnd))
                .toList();
    }

    boolean laneIsThere() {
        return members.stream().anyMatch(member -> !member.isAdopter() && member.runs() && member.inGroup);
    }

    boolean baselineIsThere() {
        return members.stream().anyMatch(member -> member.isAdopter() && member.runs() && !member.leaving);
    }
}
